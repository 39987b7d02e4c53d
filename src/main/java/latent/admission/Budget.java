package latent.admission;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A token bucket's size and speed.
 *
 * @param burst  tokens when it is full
 * @param refill tokens that come back, evenly, in each period; at most one in a nanosecond, which is the finest that Bucket4j counts
 */
public record Budget(long burst, long refill, Duration period) {
    public Budget {
        if (burst < 1 || refill < 1 || !period.isPositive() || refill > period.toNanos()) {
            throw new IllegalArgumentException("a budget of " + burst + " tokens, " + refill + " in " + period);
        }
    }

    Bucket bucket(TimeMeter clock) {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period))
                .build();
    }

    /**
     * How long a bucket takes to be full, after which nothing need be remembered of it.
     *
     * @param available tokens in it now; fewer than none where some are owed
     */
    Duration untilFull(long available) {
        double nanos = (double) (burst - available) * period.toNanos() / refill;
        return Duration.ofNanos((long) Math.max(0, nanos));
    }
}
