package latent.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * A token bucket for each identity, as many as memory allows. When there are too many, newcomers share one bucket until old ones are
 * full again and forgotten: a flood of identities makes the limit coarser, never absent.
 */
final class Buckets {
    private final Budget budget;
    private final long maxIdentities;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;
    private final Bucket shared;

    Buckets(Budget budget, long maxIdentities, TimeMeter clock) {
        this.budget = budget;
        this.maxIdentities = maxIdentities;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(budget.untilFull())
                .ticker(clock::currentTimeNanos)
                .build();
        this.shared = bucket();
    }

    Bucket of(String identity) {
        Bucket known = buckets.getIfPresent(identity);
        if (known != null) {
            return known;
        }
        return buckets.estimatedSize() < maxIdentities ? buckets.get(identity, newcomer -> bucket()) : shared;
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(budget.burst()).refillGreedy(budget.refill(), budget.period()))
                .build();
    }
}
