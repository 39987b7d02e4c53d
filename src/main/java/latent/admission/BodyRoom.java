package latent.admission;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * A limit on the bytes of bodies that are being sent. A body that does not fit waits for a while; waiting bodies are in memory too, so their bytes
 * are limited as well. A body that several answers share counts once. Thread-safe; first come, first served.
 */
public final class BodyRoom {
    private static final int KIBIBYTE = 1 << 10;

    /** Waiting bodies may take one part in so many of the limit, on top of it. */
    private static final int WAITING_SHARE = 4;

    private final int kibibytes;
    private final Semaphore free;
    private final AtomicLong waiting = new AtomicLong();
    private final Duration patience;
    private final IdentityHashMap<Object, Integer> holders = new IdentityHashMap<>();

    /** A limit of so many bytes. {@code patience} is how long a body waits at most. */
    BodyRoom(long bytes, Duration patience) {
        this.kibibytes = Math.toIntExact(Math.clamp(bytes / KIBIBYTE, 1, Integer.MAX_VALUE));
        this.free = new Semaphore(kibibytes, true);
        this.patience = patience;
    }

    /**
     * Reserves memory until the result is closed. A body larger than the limit reserves all of it.
     *
     * @param shared the object that holds the bytes; counts once, however many answers hold it
     * @throws Refusal NO_ROOM when the wait is too long, or too much waits already
     */
    Held hold(Object shared, long bytes) {
        int share = Math.toIntExact(Math.clamp(bytes / KIBIBYTE, 1, kibibytes));
        if (!joins(shared)) {
            take(share);
            enter(shared, share);
        }
        return new Held(shared, share);
    }

    /** Bytes reserved now. */
    long held() {
        return (long) (kibibytes - free.availablePermits()) * KIBIBYTE;
    }

    /** Bytes of bodies that wait now. */
    long waiting() {
        return waiting.get() * KIBIBYTE;
    }

    private void take(int share) {
        try {
            if (free.tryAcquire(share, 0, TimeUnit.SECONDS) || await(share)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Reason.NO_ROOM, "Too many pictures are being sent just now.", Duration.ofSeconds(2));
    }

    private boolean await(int share) throws InterruptedException {
        try {
            return waiting.addAndGet(share) <= kibibytes / WAITING_SHARE
                    && free.tryAcquire(share, patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waiting.addAndGet(-share);
        }
    }

    private synchronized boolean joins(Object shared) {
        return holders.computeIfPresent(shared, (same, count) -> count + 1) != null;
    }

    /** Another answer may have reserved memory for the same bytes meanwhile; then they count once. */
    private synchronized void enter(Object shared, int share) {
        if (holders.merge(shared, 1, Integer::sum) > 1) {
            free.release(share);
        }
    }

    private synchronized void leave(Object shared, int share) {
        if (holders.merge(shared, -1, Integer::sum) == 0) {
            holders.remove(shared);
            free.release(share);
        }
    }

    /** The reservation of one body. */
    public final class Held implements AutoCloseable {
        private final Object shared;
        private final int share;

        private Held(Object shared, int share) {
            this.shared = shared;
            this.share = share;
        }

        @Override
        public void close() {
            leave(shared, share);
        }
    }
}
