package latent.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * A thread and memory for each render that runs now, and a bounded wait for those that may run next. Memory is counted by decoded size:
 * one 100-megapixel photograph is many small ones. A render gets both at once or neither: one that waits holds nothing. Thread-safe; first
 * come, first served.
 */
public final class RenderPermits {
    private static final long MEBIBYTE = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Condition> queue = new ArrayDeque<>();
    private final int maxWaiting;
    private final Duration patience;
    private final int threads;
    private final int mebibytes;
    private final Semaphore longRenders;
    private int freeThreads;
    private int freeMebibytes;

    /**
     * The permits.
     *
     * @param threads    renders that run at one time
     * @param bytes      memory that they may take together
     * @param maxWaiting requests that may wait; the next is refused at once
     * @param patience   how long one may wait, for thread and memory together
     */
    public RenderPermits(int threads, long bytes, int maxWaiting, Duration patience) {
        this.threads = threads;
        this.mebibytes = Math.toIntExact(Math.max(1, bytes / MEBIBYTE));
        this.maxWaiting = maxWaiting;
        this.patience = patience;
        this.longRenders = new Semaphore(Math.max(1, threads / 2), true);
        this.freeThreads = threads;
        this.freeMebibytes = mebibytes;
    }

    /**
     * Waits for room. A render that needs more than there is gets all of it, and runs alone.
     *
     * @throws Refusal NO_ROOM when too many wait already, or the wait was too long
     */
    public Permit acquire(long bytes) {
        return acquire(bytes, patience);
    }

    /** The same without a wait; empty when there is no room now. */
    public Optional<Permit> acquireNow(long bytes) {
        int share = share(bytes);
        lock.lock();
        try {
            return queue.isEmpty() && fits(share) ? Optional.of(take(share)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Permit take(int share) {
        freeThreads--;
        freeMebibytes -= share;
        return new Permit(share, () -> {});
    }

    private Permit acquire(long bytes, Duration longest) {
        int share = share(bytes);
        lock.lock();
        try {
            boolean roomNow = queue.isEmpty() && fits(share);
            if (roomNow || (queue.size() < maxWaiting && await(share, longest))) {
                return take(share);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wakeFirst();
            lock.unlock();
        }
        throw new Refusal(Reason.NO_ROOM, "Too many pictures are being made just now.", Duration.ofSeconds(2));
    }

    /**
     * Waits for room for a render that takes seconds. These have half of the threads at most, so that a few of them do not keep everybody waiting.
     *
     * @throws Refusal NO_ROOM when too many wait already, or the wait was too long
     */
    public Permit acquireLong(long bytes) {
        long start = System.nanoTime();
        boolean turn = false;
        try {
            turn = longRenders.getQueueLength() < maxWaiting
                    && longRenders.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!turn) {
            throw new Refusal(
                    Reason.NO_ROOM, "Too many large pictures are being made just now.", Duration.ofSeconds(5));
        }
        try {
            Permit permit = acquire(bytes, patience.minusNanos(System.nanoTime() - start));
            return new Permit(permit.share, longRenders::release);
        } catch (RuntimeException noRoom) {
            longRenders.release();
            throw noRoom;
        }
    }

    /** How many wait now, for a turn among the long ones or for room. */
    public int waiting() {
        return longRenders.getQueueLength() + now().waiting();
    }

    /** What is in use now, and what there is. */
    public PermitsInUse now() {
        lock.lock();
        try {
            return new PermitsInUse(
                    threads - freeThreads,
                    threads,
                    (mebibytes - freeMebibytes) * MEBIBYTE,
                    mebibytes * MEBIBYTE,
                    queue.size());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this request is the first in the queue and its render fits; false when that takes too long. */
    private boolean await(int share, Duration longest) throws InterruptedException {
        Condition turn = lock.newCondition();
        queue.add(turn);
        try {
            long nanos = longest.toNanos();
            while (!turn.equals(queue.peek()) || !fits(share)) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = turn.awaitNanos(nanos);
            }
            return true;
        } finally {
            queue.remove(turn);
        }
    }

    private int share(long bytes) {
        return (int) Math.min(mebibytes, Math.max(1, bytes / MEBIBYTE));
    }

    private boolean fits(int share) {
        return freeThreads > 0 && freeMebibytes >= share;
    }

    private void wakeFirst() {
        Condition first = queue.peek();
        if (first != null) {
            first.signal();
        }
    }

    /** Room for one render, until it is closed. */
    public final class Permit implements AutoCloseable {
        private int share;
        private final Runnable also;

        private Permit(int share, Runnable also) {
            this.share = share;
            this.also = also;
        }

        /**
         * Takes more memory, when it is free and nobody waits for it; it never waits, because whoever waits must hold nothing. Used by the thread that holds
         * the permit.
         *
         * @param bytes that the render needs in all; as with {@link #acquire}, all there is will do
         * @return false when there is not enough, and nothing has changed
         */
        public boolean tryGrow(long bytes) {
            int wanted = Math.max(share, share(bytes));
            lock.lock();
            try {
                boolean room = wanted == share || (queue.isEmpty() && freeMebibytes >= wanted - share);
                if (room) {
                    freeMebibytes -= wanted - share;
                    share = wanted;
                }
                return room;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                freeThreads++;
                freeMebibytes += share;
                wakeFirst();
            } finally {
                lock.unlock();
                also.run();
            }
        }
    }
}
