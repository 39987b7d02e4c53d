package latent.local.edge;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An element of the XML of AWS's APIs. Document types are refused, so no entity is expanded and no file opened. */
public record XmlElement(Element element) {
    /**
     * Reads a document.
     *
     * @return its root
     * @throws IllegalArgumentException when it is not well-formed, or has a document type
     */
    public static XmlElement parse(String document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new XmlElement(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(document)))
                    .getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The outermost element of a name, whatever wraps it. */
    public static XmlElement parse(String document, String name) {
        XmlElement root = parse(document);
        return root.name().equals(name)
                ? root
                : root.child(name).orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + root.name()));
    }

    /** Its name, with a prefix if it has one. */
    public String name() {
        return element.getTagName();
    }

    /** The first element in it of a name. */
    public Optional<XmlElement> child(String name) {
        return children().filter(child -> child.name().equals(name)).findFirst();
    }

    /** Down a path of names. */
    public Optional<XmlElement> at(String... path) {
        Optional<XmlElement> here = Optional.of(this);
        for (String name : path) {
            here = here.flatMap(xml -> xml.child(name));
        }
        return here;
    }

    /** The text down a path of names, if there is any. */
    public Optional<String> text(String... path) {
        return at(path).map(xml -> xml.element.getTextContent().strip()).filter(text -> !text.isEmpty());
    }

    /** The same; throws {@link IllegalArgumentException} where there is none. */
    public String requiredText(String... path) {
        return text(path)
                .orElseThrow(() -> new IllegalArgumentException("no " + String.join("/", path) + " in " + name()));
    }

    /** The items of a list of CloudFront's: {@code <Quantity/><Items>…</Items>}. */
    public List<XmlElement> items(String... path) {
        return at(path).flatMap(list -> list.child("Items")).stream()
                .flatMap(XmlElement::children)
                .toList();
    }

    /** The elements in it. */
    public Stream<XmlElement> children() {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(node -> new XmlElement((Element) node));
    }

    /** All text in it, without the spaces around. */
    public String content() {
        return element.getTextContent().strip();
    }
}
