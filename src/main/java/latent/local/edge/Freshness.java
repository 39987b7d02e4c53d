package latent.local.edge;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * For how long an edge keeps an answer: the tables of the CloudFront developer guide ("Managing how long content stays in the cache",
 * "How CloudFront processes HTTP 3xx status codes" and "…4xx and 5xx…").
 */
final class Freshness {
    private static final Set<Integer> ERRORS_ALWAYS_KEPT = Set.of(404, 414, 500, 501, 502, 503, 504);
    private static final Set<Integer> ERRORS_KEPT_WHEN_TOLD = Set.of(400, 403, 405, 412, 415);
    private static final Set<Integer> REDIRECTS_KEPT_WHEN_TOLD = Set.of(307, 308);

    private Freshness() {}

    /** The time to live of an answer; zero means that the next request goes to the origin. */
    static Duration of(EdgeSettings settings, CachePolicy policy, int status, HttpHeaders headers, Instant now) {
        CacheControl cacheControl = CacheControl.of(headers, now);
        if (status >= 400) {
            return ofError(settings.errorCachingMinTtl(status), status, cacheControl);
        }
        if (REDIRECTS_KEPT_WHEN_TOLD.contains(status) && !cacheControl.present() && !settings.keepsBare307()) {
            return Duration.ZERO;
        }
        // RFC 9111, 4.2.3: the time in a cache between here and the origin, the shield's, counts.
        Duration age = Duration.ofSeconds(headers.firstValueAsLong("Age").orElse(0));
        return positive(ofObject(policy, cacheControl).minus(age));
    }

    /** True when an answer without a time to live may be cached, to be revalidated by its ETag. */
    static boolean worthKeeping(CachePolicy policy, int status, HttpHeaders headers, Instant now) {
        return status == 200
                && policy.maxTtl().isPositive()
                && headers.firstValue("ETag").isPresent()
                && CacheControl.of(headers, now).storable();
    }

    /** False for an answer that requests waiting for it must not share: each of them then asks the origin. */
    static boolean isShared(CachePolicy policy, HttpHeaders headers, Instant now) {
        CacheControl cacheControl = CacheControl.of(headers, now);
        boolean forOne = cacheControl.prohibited()
                || cacheControl.lifetime().filter(Duration::isZero).isPresent();
        return policy.minTtl().isPositive() || !forOne;
    }

    private static Duration ofObject(CachePolicy policy, CacheControl cacheControl) {
        if (cacheControl.prohibited()) {
            return policy.minTtl();
        }
        return cacheControl
                .lifetime()
                .map(lifetime -> least(policy.maxTtl(), most(policy.minTtl(), lifetime)))
                .orElseGet(() -> most(policy.minTtl(), policy.defaultTtl()));
    }

    private static Duration ofError(Duration minTtl, int status, CacheControl cacheControl) {
        if (ERRORS_ALWAYS_KEPT.contains(status)) {
            return most(minTtl, cacheControl.lifetime().orElse(Duration.ZERO));
        }
        return ERRORS_KEPT_WHEN_TOLD.contains(status) && !cacheControl.prohibited()
                ? cacheControl
                        .lifetime()
                        .map(lifetime -> most(minTtl, lifetime))
                        .orElse(Duration.ZERO)
                : Duration.ZERO;
    }

    private static Duration most(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration positive(Duration duration) {
        return most(duration, Duration.ZERO);
    }
}
