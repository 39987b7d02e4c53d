package latent.local.website;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import latent.local.website.Redirect.NewKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one routing rule in the JSON that {@code aws s3api put-bucket-website} takes, with the checks and messages of S3. Nothing is ignored: an element
 * that S3 does not know is an error.
 */
final class RoutingRuleDocument {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RoutingRuleDocument() {}

    /** Reads a rule; throws {@link InvalidWebsiteConfiguration}. */
    static RoutingRule read(String json) {
        return rule(parse(json));
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw InvalidWebsiteConfiguration.malformed(e.getOriginalMessage());
        }
    }

    static RoutingRule rule(JsonNode rule) {
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

    /** An element that may have these and no others; one that is missing has none. */
    static JsonNode elements(JsonNode node, String... known) {
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

    /** A line of text; empty where the element is missing. */
    static Optional<String> text(JsonNode node, String name) {
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
