package latent.admission;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Permits to render: a thread and memory for each running render, and a bounded queue for those that wait. Memory is counted by decoded size, so one
 * photograph of 100 megapixels counts as much as many small ones. Thread-safe; first come, first served.
 */
public final class RenderPermits {
    static final long MEBIBYTE = 1 << 20;

    private final RenderRoom room;
    private final Semaphore longRenders;
    private final int mebibytes;
    private final int maxWaiting;
    private final Duration patience;

    /**
     * Makes the permits.
     *
     * @param threads    renders that run at one time
     * @param bytes      memory that they may take together
     * @param maxWaiting renders that may wait; the next is refused at once
     * @param patience   longest wait, for thread and memory together
     */
    public RenderPermits(int threads, long bytes, int maxWaiting, Duration patience) {
        this.mebibytes = Math.toIntExact(Math.max(1, bytes / MEBIBYTE));
        this.room = new RenderRoom(threads, mebibytes, maxWaiting);
        this.longRenders = new Semaphore(Math.max(1, threads / 2), true);
        this.maxWaiting = maxWaiting;
        this.patience = patience;
    }

    /**
     * Waits for a permit. A render that needs more memory than there is gets all of it, and runs alone.
     *
     * @throws Refusal NO_ROOM when too many wait already, or the wait was too long
     */
    public Permit acquire(long bytes) {
        return new Permit(take(bytes, patience), () -> {});
    }

    /** A permit without waiting; empty when none is free. */
    public Optional<Permit> acquireNow(long bytes) {
        int share = share(bytes);
        return room.takeNow(share) ? Optional.of(new Permit(share, () -> {})) : Optional.empty();
    }

    /**
     * Waits for a permit for a render that takes seconds. At most half of the threads are for these, so that a few of them do not hold up all others.
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
            return new Permit(take(bytes, patience.minusNanos(System.nanoTime() - start)), longRenders::release);
        } catch (RuntimeException noRoom) {
            longRenders.release();
            throw noRoom;
        }
    }

    /** Number of renders that wait for a permit. */
    public int waiting() {
        return longRenders.getQueueLength() + room.now().waiting();
    }

    /** Permits in use, and their limits. */
    public PermitsInUse now() {
        return room.now();
    }

    private int take(long bytes, Duration longest) {
        int share = share(bytes);
        if (!room.take(share, longest)) {
            throw new Refusal(Reason.NO_ROOM, "Too many pictures are being made just now.", Duration.ofSeconds(2));
        }
        return share;
    }

    private int share(long bytes) {
        return (int) Math.min(mebibytes, Math.max(1, bytes / MEBIBYTE));
    }

    /** A permit for one render, until it is closed. */
    public final class Permit implements AutoCloseable {
        private int share;
        private final Runnable also;

        private Permit(int share, Runnable also) {
            this.share = share;
            this.also = also;
        }

        /**
         * Takes more memory, if it is free and no render waits for it. It never waits, because a render that waits must hold nothing. Used by the
         * thread that holds the permit.
         *
         * @param bytes memory that the render needs in all; as with {@link #acquire}, at most all there is
         * @return false when there is too little; then nothing has changed
         */
        public boolean tryGrow(long bytes) {
            int wanted = Math.max(share, share(bytes));
            boolean grown = room.takeMore(wanted - share);
            share = grown ? wanted : share;
            return grown;
        }

        @Override
        public void close() {
            room.giveBack(share);
            also.run();
        }
    }
}
