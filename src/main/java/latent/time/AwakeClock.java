package latent.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Time in which this process ran. AWS Lambda stops it between two requests, for minutes; the system's clock goes on, and by it all clients would have
 * been idle, or too slow, for as long. A stop is known by a {@link #tick} that is late. Thread-safe.
 */
public final class AwakeClock {
    /** A busy machine may delay a tick, and that is no stop; nobody here counts in seconds so few. */
    private static final Duration LATENESS = Duration.ofSeconds(3);

    private final LongSupplier nanoTime;
    private final long longestGapNanos;
    private long tickedNanos;
    private long stoppedNanos;

    /** @param period within which {@link #tick} is called again */
    public AwakeClock(Duration period, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.longestGapNanos = period.plus(LATENESS).toNanos();
        this.tickedNanos = nanoTime.getAsLong();
    }

    /** Notes that the process runs. To be called in each period, and before what depends on it. */
    public synchronized void tick() {
        long now = nanoTime.getAsLong();
        long gap = now - tickedNanos;
        if (gap > longestGapNanos) {
            stoppedNanos += gap;
        }
        tickedNanos = now;
    }

    /** Nanoseconds from some moment on, without those in which the process was stopped, up to the last tick. */
    public synchronized long nanoTime() {
        return nanoTime.getAsLong() - stoppedNanos;
    }
}
