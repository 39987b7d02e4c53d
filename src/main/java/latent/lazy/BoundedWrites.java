package latent.lazy;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import latent.key.RenditionKey;
import latent.store.ReadableRendition;
import latent.store.Rendition;
import latent.store.RenditionStore;

/** A store that is written to by a few at one time, so that connections to S3 are left for all other calls. Thread-safe. */
final class BoundedWrites implements RenditionStore {
    private static final int NO_BOUND = 1 << 20;

    private final RenditionStore renditions;
    private final Semaphore writes;

    BoundedWrites(RenditionStore renditions, int atOnce) {
        this.renditions = renditions;
        this.writes = new Semaphore(atOnce, true);
    }

    /** From now on by as many as want to, because there is no other call any more. */
    void endBound() {
        writes.release(NO_BOUND);
    }

    @Override
    public Optional<ReadableRendition> find(RenditionKey key) {
        return renditions.find(key);
    }

    @Override
    public boolean add(RenditionKey key, Rendition rendition, String sourceETag) {
        writes.acquireUninterruptibly();
        try {
            return renditions.add(key, rendition, sourceETag);
        } finally {
            writes.release();
        }
    }

    @Override
    public boolean remove(RenditionKey key, Rendition rendition) {
        return renditions.remove(key, rendition);
    }
}
