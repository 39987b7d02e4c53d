package latent.local.website;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a routing rule sends a visitor.
 *
 * @param protocol that of the request when absent; the endpoint speaks only http, so absent means http
 * @param hostName the request's own host when absent; it may carry a port
 * @param code     301 when absent, which browsers keep for good
 */
public record Redirect(Optional<Protocol> protocol, Optional<String> hostName, NewKey newKey, OptionalInt code) {
    public Redirect {
        code.ifPresent(given -> {
            if (given <= 300 || given > 399) {
                throw InvalidWebsiteConfiguration.request("The provided HTTP redirect code (" + given
                        + ") is not valid. Valid codes are 3XX except 300.");
            }
        });
    }

    public int status() {
        return code.orElse(301);
    }

    /** What the redirect does to the key. Replacements are not escaped, so {@code resize?key=} makes a query. */
    public sealed interface NewKey {
        /** It stays. */
        record Same() implements NewKey {}

        /** The prefix of the rule's condition is replaced, or, without one, this is put before the key. */
        record Prefix(String with) implements NewKey {}

        record Whole(String with) implements NewKey {}
    }
}
