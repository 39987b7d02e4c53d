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

/** An element of CloudFront's XML, whose lists are all {@code <Quantity/><Items>…</Items>}. */
record Xml(Element element) {
    /** The outermost element of a name, whatever wraps it. */
    static Xml parse(String document, String name) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(document)))
                    .getDocumentElement();
            return root.getTagName().equals(name)
                    ? new Xml(root)
                    : new Xml(root)
                            .child(name)
                            .orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + root.getTagName()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("cannot be read as " + name, e);
        }
    }

    Optional<Xml> child(String name) {
        return children()
                .filter(child -> child.element.getTagName().equals(name))
                .findFirst();
    }

    /** Down a path of names. */
    Optional<Xml> at(String... path) {
        Optional<Xml> here = Optional.of(this);
        for (String name : path) {
            here = here.flatMap(xml -> xml.child(name));
        }
        return here;
    }

    /** The text down a path of names, if there is any. */
    Optional<String> text(String... path) {
        return at(path).map(xml -> xml.element.getTextContent().strip()).filter(text -> !text.isEmpty());
    }

    String requiredText(String... path) {
        return text(path)
                .orElseThrow(() ->
                        new IllegalArgumentException("no " + String.join("/", path) + " in " + element.getTagName()));
    }

    /** The items of a list. */
    List<Xml> items(String... path) {
        return at(path).flatMap(list -> list.child("Items")).stream()
                .flatMap(Xml::children)
                .toList();
    }

    private Stream<Xml> children() {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(node -> new Xml((Element) node));
    }

    String content() {
        return element.getTextContent().strip();
    }
}
