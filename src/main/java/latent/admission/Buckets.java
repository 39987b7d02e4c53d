package latent.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import latent.refusal.Refusal;

/**
 * Token buckets, one for each identity (a client, or an original), up to a limit on identities. A bucket is dropped when it is full again. Above the
 * limit, new identities fall into {@link SharedBuckets}: many identities make the rate limit coarser, but never absent and never one bucket for all.
 * Thread-safe.
 */
final class Buckets {
    /** A request that has found its bucket may still be about to take from it. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final RateLimitKind limit;
    private final Budget budget;
    private final long maxIdentities;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;
    private final SharedBuckets shared;
    private final AtomicLong cleaned;

    Buckets(RateLimitKind limit, Budget budget, long maxIdentities, TimeMeter clock) {
        this.limit = limit;
        this.budget = budget;
        this.maxIdentities = maxIdentities;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder()
                .expireAfter(Expiry.<String, Bucket>creating((identity, bucket) -> SLACK))
                .ticker(clock::currentTimeNanos)
                .build();
        this.shared = new SharedBuckets(maxIdentities, () -> budget.bucket(clock));
        this.cleaned = new AtomicLong(clock.currentTimeNanos());
    }

    /**
     * Sets tokens aside. A request for more than a full bucket holds takes all of a full one; the rest is owed when it is settled.
     *
     * @throws Refusal when there are too few, with the time after which there will be enough
     */
    ReservedTokens take(String identity, long tokens) {
        long most = Math.min(tokens, budget.burst());
        List<Bucket> granting = new ArrayList<>();
        long wait = Long.MAX_VALUE;
        for (Bucket bucket : of(identity)) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(most);
            if (probe.isConsumed()) {
                granting.add(bucket);
            } else {
                wait = Math.min(wait, probe.getNanosToWaitForRefill());
            }
        }
        if (granting.isEmpty()) {
            throw limit.refusal(Duration.ofNanos(wait));
        }
        remember(identity);
        return new ReservedTokens(this, identity, granting, most);
    }

    /**
     * Refuses an identity that has not one token left. Makes no bucket for a new identity.
     *
     * @throws Refusal with the time after which there will be one token
     */
    void refuseWhenEmpty(String identity) {
        List<EstimationProbe> probes = used(identity).stream()
                .map(bucket -> bucket.estimateAbilityToConsume(1))
                .toList();
        if (!probes.isEmpty() && probes.stream().noneMatch(EstimationProbe::canBeConsumed)) {
            throw limit.refusal(Duration.ofNanos(probes.stream()
                    .mapToLong(EstimationProbe::getNanosToWaitForRefill)
                    .min()
                    .orElse(0)));
        }
    }

    /** Number of identities with a bucket of their own. */
    long identities() {
        return buckets.estimatedSize();
    }

    private List<Bucket> of(String identity) {
        List<Bucket> used = used(identity);
        return used.isEmpty() ? List.of(buckets.get(identity, newcomer -> budget.bucket(clock))) : used;
    }

    /** Empty for a new identity that may still have a bucket of its own. */
    private List<Bucket> used(String identity) {
        return Optional.ofNullable(buckets.getIfPresent(identity))
                .map(List::of)
                .orElseGet(() -> hasRoom() ? List.of() : shared.of(identity));
    }

    /** Those that expired count until somebody clears them away, which Caffeine does by itself only while newcomers are let in. */
    private boolean hasRoom() {
        if (buckets.estimatedSize() < maxIdentities) {
            return true;
        }
        long now = clock.currentTimeNanos();
        long last = cleaned.get();
        if (now - last > SLACK.toNanos() && cleaned.compareAndSet(last, now)) {
            buckets.cleanUp();
        }
        return buckets.estimatedSize() < maxIdentities;
    }

    /** Keeps the bucket of an identity until it is full again. */
    void remember(String identity) {
        Optional.ofNullable(buckets.getIfPresent(identity))
                .ifPresent(bucket -> buckets.policy()
                        .expireVariably()
                        .orElseThrow()
                        .setExpiresAfter(
                                identity,
                                budget.untilFull(bucket.getAvailableTokens()).plus(SLACK)));
    }
}
