package latent.local.website;

import java.util.Optional;
import latent.local.website.Redirect.NewKey;

/** The Location of a redirect, absolute. */
final class Location {
    private Location() {}

    /**
     * Where a rule sends the visitor.
     *
     * @param requestHost as in the Host header
     * @param query       what to keep of the request's query
     */
    static String of(RoutingRule rule, ObjectKey key, String requestHost, Optional<String> query) {
        Redirect redirect = rule.redirect();
        String path = switch (redirect.newKey()) {
            case NewKey.Same same -> key.encoded();
            case NewKey.Whole whole -> whole.with();
            case NewKey.Prefix prefix -> prefix.with() + ObjectKey.encode(withoutPrefix(rule, key));
        };
        return of(redirect.protocol(), redirect.hostName().orElse(requestHost), path, query);
    }

    static String of(Optional<Protocol> protocol, String host, String path, Optional<String> query) {
        return protocol.orElse(Protocol.HTTP).scheme() + "://" + host + "/" + path
                + query.map(q -> "?" + q).orElse("");
    }

    private static String withoutPrefix(RoutingRule rule, ObjectKey key) {
        return key.value().substring(rule.keyPrefix().orElse("").length());
    }
}
