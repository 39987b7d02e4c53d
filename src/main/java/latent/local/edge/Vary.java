package latent.local.edge;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code Vary} that a viewer gets: only the headers of the origin's that are in the edge's cache key. The rest is removed, because the edge
 * serves one answer for all their values (CloudFront developer guide, "HTTP response headers that CloudFront removes or replaces"). It plays no part
 * in the cache key.
 */
final class Vary {
    private static final Set<String> ALWAYS_TOLD = Set.of("accept-encoding", "cookie", "*");

    private Vary() {}

    static Optional<String> told(HttpHeaders headers, CacheBehavior behavior) {
        String told = headers.allValues("Vary").stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(name -> ALWAYS_TOLD.contains(name.toLowerCase(Locale.ROOT)) || behavior.forwardsHeader(name))
                .collect(Collectors.joining(", "));
        return Optional.of(told).filter(names -> !names.isEmpty());
    }
}
