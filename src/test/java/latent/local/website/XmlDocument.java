package latent.local.website;

import latent.local.edge.XmlElement;
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
            return object(XmlElement.parse(xml));
        } catch (IllegalArgumentException e) {
            throw InvalidWebsiteConfiguration.malformed(String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode node(XmlElement element) {
        if (element.name().equals("RoutingRules")) {
            ArrayNode rules = JSON.arrayNode();
            element.children().map(XmlDocument::object).forEach(rules::add);
            return rules;
        }
        boolean isText =
                element.children().findAny().isEmpty() && !element.name().equals("Condition");
        return isText ? JSON.stringNode(element.element().getTextContent()) : object(element);
    }

    private static ObjectNode object(XmlElement element) {
        ObjectNode object = JSON.objectNode();
        element.children().forEach(child -> object.set(child.name(), node(child)));
        return object;
    }
}
