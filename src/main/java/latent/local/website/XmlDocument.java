package latent.local.website;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The XML of PutBucketWebsite and GetBucketWebsite, as the JSON of {@code aws s3api}: the two differ in how they write the list of rules. */
final class XmlDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private XmlDocument() {}

    static JsonNode asJson(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            return object(root);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw InvalidWebsiteConfiguration.malformed(String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode node(Element element) {
        if (element.getTagName().equals("RoutingRules")) {
            ArrayNode rules = JSON.arrayNode();
            children(element).map(XmlDocument::object).forEach(rules::add);
            return rules;
        }
        boolean isText =
                children(element).findAny().isEmpty() && !element.getTagName().equals("Condition");
        return isText ? JSON.stringNode(element.getTextContent()) : object(element);
    }

    private static ObjectNode object(Element element) {
        ObjectNode object = JSON.objectNode();
        children(element).forEach(child -> object.set(child.getTagName(), node(child)));
        return object;
    }

    private static Stream<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
