package latent.render.worker;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many workers there are to be. While there is work it is one more than renders at a time: when a worker dies, its job need not wait for another
 * one to start, which takes long on a busy machine. Thread-safe.
 */
final class WorkerSlots {
    static final int SPARES = 1;

    private final int workers;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile int open;

    /** None, until there is work. */
    WorkerSlots(int workers) {
        this.workers = workers;
    }

    /** At the start: one that is ready answers the first requests, and the others would slow its start down. */
    void openFirst() {
        open = 1;
    }

    /** While there is work. */
    void openAll() {
        open = workers + SPARES;
    }

    /** When there has been no work for a while. */
    void closeSpares() {
        open = workers;
    }

    /** Takes a place for a worker that is about to be started; false when there is none to take. */
    boolean take() {
        if (taken.incrementAndGet() <= open) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    /** A worker is gone. */
    void leave() {
        taken.decrementAndGet();
    }
}
