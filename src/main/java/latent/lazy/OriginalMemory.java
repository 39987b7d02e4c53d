package latent.lazy;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** A bounded number of bytes for originals that are in memory while nothing is rendered from them. Thread-safe. */
final class OriginalMemory {
    private final long maxBytes;
    private final BooleanSupplier forgetOne;
    private final AtomicLong reserved = new AtomicLong();

    /**
     * Memory of which nothing is taken.
     *
     * @param forgetOne gives back the room of one original that nobody uses; false when there is none
     */
    OriginalMemory(long maxBytes, BooleanSupplier forgetOne) {
        this.maxBytes = maxBytes;
        this.forgetOne = forgetOne;
    }

    /** Has originals that nobody uses forgotten until there is so much room, if there can be. To be called without a lock. */
    void makeRoom(long bytes) {
        while (bytes <= maxBytes && reserved.get() + bytes > maxBytes) {
            if (!forgetOne.getAsBoolean()) {
                return;
            }
        }
    }

    /** Takes room for so many bytes; false when there is not enough. */
    boolean tryReserve(long bytes) {
        if (reserved.addAndGet(bytes) <= maxBytes) {
            return true;
        }
        release(bytes);
        return false;
    }

    void release(long bytes) {
        reserved.addAndGet(-bytes);
    }

    /** How many bytes are taken now. */
    long reserved() {
        return reserved.get();
    }
}
