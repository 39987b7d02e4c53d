package latent.lazy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** After a fault of their bucket mezzanines are left alone for a minute, so that no visitor waits for it twice. Thread-safe. */
final class MezzaninePause {
    static final Duration TIME = Duration.ofMinutes(1);

    private static final long NEVER = Long.MIN_VALUE;

    private final LongSupplier nanoTime;
    private final AtomicLong begun = new AtomicLong(NEVER);

    MezzaninePause(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void begin() {
        begun.set(nanoTime.getAsLong());
    }

    boolean lasts() {
        long since = begun.get();
        return since != NEVER && nanoTime.getAsLong() - since < TIME.toNanos();
    }
}
