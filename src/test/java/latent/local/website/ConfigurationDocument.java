package latent.local.website;

import static latent.local.website.RoutingRuleDocument.elements;
import static latent.local.website.RoutingRuleDocument.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.local.website.WebsiteConfiguration.Pages;
import latent.local.website.WebsiteConfiguration.RedirectAll;
import tools.jackson.databind.JsonNode;

/**
 * Reads whole website configurations, in the XML of S3's API or in the JSON that {@code aws s3api put-bucket-website} takes, with the checks and
 * messages of S3. Nothing is ignored: an element that S3 does not know is an error.
 */
public final class ConfigurationDocument {
    private ConfigurationDocument() {}

    /** Reads a whole configuration; throws {@link InvalidWebsiteConfiguration}. */
    public static WebsiteConfiguration read(String text) {
        JsonNode document =
                elements(parse(text), "IndexDocument", "ErrorDocument", "RoutingRules", "RedirectAllRequestsTo");
        JsonNode all = document.path("RedirectAllRequestsTo");
        if (all.isObject()) {
            if (document.size() > 1) {
                throw InvalidWebsiteConfiguration.argument(
                        "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.");
            }
            elements(all, "HostName", "Protocol");
            return new RedirectAll(
                    text(all, "HostName")
                            .orElseThrow(() -> InvalidWebsiteConfiguration.malformed("HostName is missing.")),
                    text(all, "Protocol").map(Protocol::of));
        }
        if (!document.has("IndexDocument")) {
            throw InvalidWebsiteConfiguration.argument(
                    "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty");
        }
        return new Pages(
                text(elements(document.get("IndexDocument"), "Suffix"), "Suffix")
                        .orElse(""),
                errorKey(document),
                rules(document));
    }

    /** Reads one routing rule. */
    public static RoutingRule readRule(String text) {
        return RoutingRuleDocument.rule(parse(text));
    }

    private static Optional<String> errorKey(JsonNode document) {
        if (!document.has("ErrorDocument")) {
            return Optional.empty();
        }
        Optional<String> key = text(elements(document.get("ErrorDocument"), "Key"), "Key");
        if (key.filter(k -> !k.isEmpty()).isEmpty()) {
            throw InvalidWebsiteConfiguration.malformed("ErrorDocument has no Key.");
        }
        return key;
    }

    private static List<RoutingRule> rules(JsonNode document) {
        if (!document.has("RoutingRules")) {
            return List.of();
        }
        JsonNode list = document.get("RoutingRules");
        if (!list.isArray() || list.isEmpty()) {
            throw InvalidWebsiteConfiguration.malformed("RoutingRules is empty.");
        }
        List<RoutingRule> rules = new ArrayList<>();
        list.forEach(rule -> rules.add(RoutingRuleDocument.rule(rule)));
        return rules;
    }

    private static JsonNode parse(String text) {
        return text.stripLeading().startsWith("<") ? XmlDocument.asJson(text) : RoutingRuleDocument.parse(text);
    }
}
