package latent.render.vips;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import latent.refusal.Refusal;

/**
 * The renders that run in this process at one time. libvips does not say which picture a warning belongs to; what looks damaged while others are
 * rendered is rendered again alone. In a worker there is one at a time, so that it never happens there.
 */
final class ConcurrentRenders {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicLong running = new AtomicLong();
    private final AtomicLong started = new AtomicLong();

    /** Thrown when warnings of a decoder mean that the file may be damaged. */
    static final class SeemsDamaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Refusal refusal;

        /** @param refusal what is answered where the file is damaged */
        SeemsDamaged(Refusal refusal) {
            super(refusal.sentence(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    /**
     * Runs a render.
     *
     * @throws SeemsDamaged when it throws it and no other render can be meant
     */
    byte[] run(Supplier<byte[]> render) {
        lock.readLock().lock();
        try {
            boolean alone = running.getAndIncrement() == 0;
            long before = started.incrementAndGet();
            try {
                return render.get();
            } catch (SeemsDamaged e) {
                if (alone && started.get() == before) {
                    throw e;
                }
            } finally {
                running.decrementAndGet();
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            return render.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
