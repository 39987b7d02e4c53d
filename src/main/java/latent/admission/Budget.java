package latent.admission;

import java.time.Duration;

/**
 * A token bucket's size and speed.
 *
 * @param burst  tokens when it is full
 * @param refill tokens that come back, evenly, in each period
 */
public record Budget(long burst, long refill, Duration period) {
    public Budget {
        if (burst < 1 || refill < 1 || !period.isPositive()) {
            throw new IllegalArgumentException("a budget of " + burst + " tokens, " + refill + " in " + period);
        }
    }

    /** How long an empty bucket takes to be full, after which nothing need be remembered of it. */
    Duration untilFull() {
        return period.multipliedBy(burst).dividedBy(refill).plus(period);
    }
}
