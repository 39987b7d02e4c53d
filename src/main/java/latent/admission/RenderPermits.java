package latent.admission;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * A thread and memory for each render that runs now, and a bounded wait for those that may run next. Memory is counted by decoded size:
 * one 100-megapixel photograph is many small ones. Thread-safe; first come, first served.
 */
public final class RenderPermits {
    private static final long MEBIBYTE = 1 << 20;

    private final Semaphore threads;
    private final int mebibytes;
    private final Semaphore memory;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int maxWaiting;
    private final Duration patience;

    /**
     * The permits.
     *
     * @param threads    renders that run at one time
     * @param bytes      memory that they may take together
     * @param maxWaiting requests that may wait; the next is refused at once
     * @param patience   how long one may wait for a thread, and then for memory
     */
    public RenderPermits(int threads, long bytes, int maxWaiting, Duration patience) {
        this.threads = new Semaphore(threads, true);
        this.mebibytes = Math.toIntExact(Math.max(1, bytes / MEBIBYTE));
        this.memory = new Semaphore(mebibytes, true);
        this.maxWaiting = maxWaiting;
        this.patience = patience;
    }

    /**
     * Waits for room. A render that needs more than there is gets all of it, and runs alone.
     *
     * @throws Refusal NO_ROOM when too many wait already, or the wait was too long
     */
    public Permit acquire(long bytes) {
        int share = (int) Math.min(mebibytes, Math.max(1, bytes / MEBIBYTE));
        try {
            if (take(share, Duration.ZERO) || await(share)) {
                return new Permit(share);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Reason.NO_ROOM, "Too many pictures are being made just now.", Duration.ofSeconds(2));
    }

    /** How many wait now. */
    public int waiting() {
        return waiting.get();
    }

    private boolean await(int share) throws InterruptedException {
        try {
            return waiting.incrementAndGet() <= maxWaiting && take(share, patience);
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** With a timeout, even of zero, nobody jumps the queue; without one, {@code tryAcquire} would. */
    private boolean take(int share, Duration timeout) throws InterruptedException {
        if (!threads.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        boolean taken = false;
        try {
            taken = memory.tryAcquire(share, timeout.toNanos(), TimeUnit.NANOSECONDS);
            return taken;
        } finally {
            if (!taken) {
                threads.release();
            }
        }
    }

    /** Room for one render, until it is closed. */
    public final class Permit implements AutoCloseable {
        private final int share;

        private Permit(int share) {
            this.share = share;
        }

        @Override
        public void close() {
            memory.release(share);
            threads.release();
        }
    }
}
