package latent.local.website;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One routing rule.
 *
 * @param keyPrefix of the decoded key; an empty one is the same as none
 * @param errorCode the rule waits for the look-up to fail with this status; without it the rule fires before the look-up, also when the
 *                  key exists
 */
public record RoutingRule(Optional<String> keyPrefix, OptionalInt errorCode, Redirect redirect) {
    public RoutingRule {
        errorCode.ifPresent(given -> {
            if (given < 400 || given > 599) {
                throw InvalidWebsiteConfiguration.request(
                        "The provided HTTP error code (" + given + ") is not valid. Valid codes are 4XX or 5XX.");
            }
        });
    }

    /**
     * Whether it applies before the look-up. By prefix it does not apply to the root, whose key is empty, even if the index document's key has the
     * prefix.
     */
    boolean firesFor(ObjectKey key) {
        return errorCode.isEmpty() && matches(key);
    }

    /** Whether it applies after a look-up that failed with {@code status}. */
    boolean firesFor(ObjectKey key, int status) {
        return errorCode.isPresent() && errorCode.getAsInt() == status && matches(key);
    }

    private boolean matches(ObjectKey key) {
        return key.value().startsWith(keyPrefix.orElse(""));
    }
}
