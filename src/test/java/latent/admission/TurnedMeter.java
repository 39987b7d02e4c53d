package latent.admission;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.atomic.AtomicLong;

/** A clock for token buckets that the test turns. */
record TurnedMeter(AtomicLong nanos) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
        return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
