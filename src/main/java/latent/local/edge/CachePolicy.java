package latent.local.edge;

import java.time.Duration;

/**
 * How long answers are cached, and which parts of a request are in the cache key besides the path; those are also forwarded to the origin.
 *
 * @param minTtl  when zero, {@code no-store}, {@code no-cache} and {@code private} are obeyed; otherwise nothing is kept for less
 * @param defaultTtl for answers without caching headers, redirects among them
 * @param cookies all or none of them
 */
public record CachePolicy(
        Duration minTtl, Duration defaultTtl, Duration maxTtl, Selection headers, Selection queries, boolean cookies) {
    public CachePolicy {
        if (minTtl.compareTo(defaultTtl) > 0 || defaultTtl.compareTo(maxTtl) > 0) {
            throw new IllegalArgumentException(
                    "TTLs out of order: " + minTtl + " min, " + defaultTtl + " default, " + maxTtl + " max");
        }
    }

    /** A policy whose key is the path alone. */
    public static CachePolicy byPath(Duration minTtl, Duration defaultTtl, Duration maxTtl) {
        return new CachePolicy(minTtl, defaultTtl, maxTtl, Selection.none(), Selection.none(), false);
    }

    /** The managed policy that most distributions have: a redirect without Cache-Control is kept for 24 hours. */
    public static CachePolicy cachingOptimized() {
        return byPath(Duration.ofSeconds(1), Duration.ofDays(1), Duration.ofDays(365));
    }

    /** The product's own policy: only answers with caching headers are cached. */
    public static CachePolicy asTheOriginSays() {
        return byPath(Duration.ZERO, Duration.ZERO, Duration.ofDays(365));
    }

    public static CachePolicy cachingDisabled() {
        return byPath(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** False where CloudFront sends simultaneous requests for one key on, each by itself. */
    boolean collapses() {
        return maxTtl.isPositive() && !cookies;
    }
}
