package latent.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Free threads and memory for renders, and the queue of those that wait. A render takes its thread and its memory together, or neither: one that
 * waits holds nothing. Thread-safe; first come, first served.
 */
final class RenderRoom {
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Condition> queue = new ArrayDeque<>();
    private final int threads;
    private final int mebibytes;
    private final int maxWaiting;
    private int freeThreads;
    private int freeMebibytes;

    /** @param maxWaiting renders that may wait; the next gets nothing */
    RenderRoom(int threads, int mebibytes, int maxWaiting) {
        this.threads = threads;
        this.mebibytes = mebibytes;
        this.freeThreads = threads;
        this.freeMebibytes = mebibytes;
        this.maxWaiting = maxWaiting;
    }

    /** Takes a thread and memory without waiting; false when they are not free, or others wait for them. */
    boolean takeNow(int mebibytes) {
        lock.lock();
        try {
            return queue.isEmpty() && takeIfFree(mebibytes);
        } finally {
            lock.unlock();
        }
    }

    /** Takes a thread and memory; false when too many wait already, or the wait was too long or interrupted. */
    boolean take(int mebibytes, Duration longest) {
        lock.lock();
        try {
            return (queue.isEmpty() && takeIfFree(mebibytes))
                    || (queue.size() < maxWaiting && await(mebibytes, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            wakeFirst();
            lock.unlock();
        }
    }

    /** Takes more memory for a running render; false when it is not free, or others wait for it. */
    boolean takeMore(int mebibytes) {
        lock.lock();
        try {
            boolean free = mebibytes == 0 || (queue.isEmpty() && freeMebibytes >= mebibytes);
            if (free) {
                freeMebibytes -= mebibytes;
            }
            return free;
        } finally {
            lock.unlock();
        }
    }

    /** Gives a thread and memory back. */
    void giveBack(int mebibytes) {
        lock.lock();
        try {
            freeThreads++;
            freeMebibytes += mebibytes;
            wakeFirst();
        } finally {
            lock.unlock();
        }
    }

    /** What is in use now, what there is, and how many wait. */
    PermitsInUse now() {
        lock.lock();
        try {
            return new PermitsInUse(
                    threads - freeThreads,
                    threads,
                    (mebibytes - freeMebibytes) * RenderPermits.MEBIBYTE,
                    mebibytes * RenderPermits.MEBIBYTE,
                    queue.size());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this is the first in the queue and its thread and memory are free. */
    private boolean await(int mebibytes, Duration longest) throws InterruptedException {
        Condition turn = lock.newCondition();
        queue.add(turn);
        try {
            long nanos = longest.toNanos();
            while (!turn.equals(queue.peek()) || !takeIfFree(mebibytes)) {
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

    private boolean takeIfFree(int mebibytes) {
        boolean free = freeThreads > 0 && freeMebibytes >= mebibytes;
        if (free) {
            freeThreads--;
            freeMebibytes -= mebibytes;
        }
        return free;
    }

    private void wakeFirst() {
        Condition first = queue.peek();
        if (first != null) {
            first.signal();
        }
    }
}
