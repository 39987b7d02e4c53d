package latent.admission;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * A bounded number of bytes for bodies that are being sent, and a bounded wait for those that come next: what waits is in memory already, so it is
 * counted in bytes too. What several answers share is counted once. Thread-safe; first come, first served.
 */
public final class BodyRoom {
    private static final int KIBIBYTE = 1 << 10;

    /** Of the room; so much more may wait. */
    private static final int WAITING_SHARE = 4;

    private final int kibibytes;
    private final Semaphore free;
    private final AtomicLong waiting = new AtomicLong();
    private final Duration patience;
    private final IdentityHashMap<Object, Integer> holders = new IdentityHashMap<>();

    /** Room for so many bytes, for which a body waits at most so long. */
    BodyRoom(long bytes, Duration patience) {
        this.kibibytes = Math.toIntExact(Math.clamp(bytes / KIBIBYTE, 1, Integer.MAX_VALUE));
        this.free = new Semaphore(kibibytes, true);
        this.patience = patience;
    }

    /**
     * Room for what is held, until it is closed. What is larger than all the room gets all of it.
     *
     * @param shared what holds the bytes; the same object is counted once, whoever else holds it
     * @throws Refusal NO_ROOM
     */
    Held hold(Object shared, long bytes) {
        int share = Math.toIntExact(Math.clamp(bytes / KIBIBYTE, 1, kibibytes));
        if (!joins(shared)) {
            take(share);
            enter(shared, share);
        }
        return new Held(shared, share);
    }

    /** How many bytes are held now. */
    long held() {
        return (long) (kibibytes - free.availablePermits()) * KIBIBYTE;
    }

    /** How many bytes wait for room now. */
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

    /** Another answer may have got room for the same bytes meanwhile; then they are not counted again. */
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

    /** Room for one body. */
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
