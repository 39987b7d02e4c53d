package latent.local.edge;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The configuration of a distribution that its edges depend on.
 *
 * @param behaviors          in the order in which their patterns are tried; the last is the default
 * @param errorCachingMinTtl for how long an error of a status is kept at least; 10 s where nothing is said, as at CloudFront
 * @param keepsBare307       a 307 or 308 without Cache-Control is kept for the default TTL, as reported of CloudFront in 2017; its guide
 *                           of today says that it is not
 */
public record EdgeSettings(
        List<CacheBehavior> behaviors, Map<Integer, Duration> errorCachingMinTtl, boolean keepsBare307) {
    private static final Duration ERROR_CACHING_MIN_TTL = Duration.ofSeconds(10);

    public EdgeSettings {
        behaviors = List.copyOf(behaviors);
        errorCachingMinTtl = Map.copyOf(errorCachingMinTtl);
        if (behaviors.isEmpty() || !behaviors.getLast().pattern().equals(PathPattern.DEFAULT)) {
            throw new IllegalArgumentException("the last behaviour must be the default one");
        }
    }

    /** A distribution with one behaviour and CloudFront's own error caching. */
    public static EdgeSettings of(CacheBehavior behavior) {
        return new EdgeSettings(List.of(behavior), Map.of(), false);
    }

    public EdgeSettings withErrorCachingMinTtl(Map<Integer, Duration> ttls) {
        return new EdgeSettings(behaviors, ttls, keepsBare307);
    }

    public EdgeSettings keepingBare307() {
        return new EdgeSettings(behaviors, errorCachingMinTtl, true);
    }

    /** The behaviour whose pattern fits first. */
    CacheBehavior behavior(String rawPath) {
        return behaviors.stream()
                .filter(behavior -> behavior.pattern().matches(rawPath))
                .findFirst()
                .orElseGet(behaviors::getLast);
    }

    Duration errorCachingMinTtl(int status) {
        return errorCachingMinTtl.getOrDefault(status, ERROR_CACHING_MIN_TTL);
    }
}
