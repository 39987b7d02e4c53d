package latent.local.website;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import latent.local.website.Redirect.NewKey;
import latent.local.website.WebsiteConfiguration.Pages;
import latent.local.website.WebsiteConfiguration.RedirectAll;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads website configurations, in the XML of S3's API or in the JSON that {@code aws s3api put-bucket-website} takes, with the checks and
 * messages of S3. Nothing is ignored: an element that S3 does not know is an error.
 */
public final class ConfigurationDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
        return rule(parse(text));
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
        list.forEach(rule -> rules.add(rule(rule)));
        return rules;
    }

    private static RoutingRule rule(JsonNode rule) {
        elements(rule, "Condition", "Redirect");
        JsonNode condition = elements(rule.path("Condition"), "KeyPrefixEquals", "HttpErrorCodeReturnedEquals");
        if (condition.isObject() && condition.isEmpty()) {
            throw InvalidWebsiteConfiguration.request("Condition cannot be empty. To redirect all requests without a"
                    + " condition, the condition element shouldn't be present.");
        }
        JsonNode redirect = elements(
                rule.path("Redirect"),
                "Protocol",
                "HostName",
                "ReplaceKeyPrefixWith",
                "ReplaceKeyWith",
                "HttpRedirectCode");
        if (redirect.isEmpty()) {
            throw InvalidWebsiteConfiguration.malformed("A rule has no Redirect, or an empty one.");
        }
        return new RoutingRule(
                text(condition, "KeyPrefixEquals"),
                number(condition, "HttpErrorCodeReturnedEquals"),
                new Redirect(
                        text(redirect, "Protocol").map(Protocol::of),
                        text(redirect, "HostName"),
                        newKey(redirect),
                        number(redirect, "HttpRedirectCode")));
    }

    private static NewKey newKey(JsonNode redirect) {
        Optional<NewKey> prefix = text(redirect, "ReplaceKeyPrefixWith").map(NewKey.Prefix::new);
        Optional<NewKey> whole = text(redirect, "ReplaceKeyWith").map(NewKey.Whole::new);
        if (prefix.isPresent() && whole.isPresent()) {
            throw InvalidWebsiteConfiguration.request(
                    "You can only define ReplaceKeyPrefix or ReplaceKey but not both.");
        }
        return prefix.or(() -> whole).orElseGet(NewKey.Same::new);
    }

    private static JsonNode parse(String text) {
        try {
            return text.stripLeading().startsWith("<") ? XmlDocument.asJson(text) : JSON.readTree(text);
        } catch (JacksonException e) {
            throw InvalidWebsiteConfiguration.malformed(e.getOriginalMessage());
        }
    }

    private static JsonNode elements(JsonNode node, String... known) {
        if (!node.isMissingNode() && !node.isObject()) {
            throw InvalidWebsiteConfiguration.malformed("An element is not an object.");
        }
        node.propertyNames().forEach(name -> {
            if (!Set.of(known).contains(name)) {
                throw InvalidWebsiteConfiguration.malformed("There is no element " + name + " here.");
            }
        });
        return node;
    }

    private static Optional<String> text(JsonNode node, String name) {
        if (!node.has(name)) {
            return Optional.empty();
        }
        if (!node.get(name).isString() || node.get(name).stringValue().chars().anyMatch(Character::isISOControl)) {
            throw InvalidWebsiteConfiguration.malformed(name + " is not a line of text.");
        }
        return Optional.of(node.get(name).stringValue());
    }

    private static OptionalInt number(JsonNode node, String name) {
        Optional<String> digits = text(node, name);
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!digits.get().matches("[0-9]{1,4}")) {
            throw InvalidWebsiteConfiguration.malformed(name + " is not a number.");
        }
        return OptionalInt.of(Integer.parseInt(digits.get()));
    }
}
