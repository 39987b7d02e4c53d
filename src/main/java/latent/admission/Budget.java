package latent.admission;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Capacity and refill rate of a token bucket.
 *
 * @param burst  capacity, in tokens
 * @param refill tokens added in each period, evenly; at most one in a nanosecond, the finest step of Bucket4j
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
     * Time until a bucket is full again.
     *
     * @param available tokens in it now; negative when some are owed
     */
    Duration untilFull(long available) {
        double nanos = (double) (burst - available) * period.toNanos() / refill;
        return Duration.ofNanos((long) Math.max(0, nanos));
    }
}
