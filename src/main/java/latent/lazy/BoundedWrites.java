package latent.lazy;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import latent.key.RenditionKey;
import latent.store.ReadableRendition;
import latent.store.Rendition;
import latent.store.RenditionStore;

/** A rendition store that limits the number of concurrent writes, so that connections to S3 are left for all other calls. Thread-safe. */
final class BoundedWrites implements RenditionStore {
    private static final int NO_BOUND = 1 << 20;

    private final RenditionStore renditions;
    private final Semaphore writes;

    BoundedWrites(RenditionStore renditions, int atOnce) {
        this.renditions = renditions;
        this.writes = new Semaphore(atOnce, true);
    }

    /** Lifts the limit for good. For the shutdown, when there are no other calls. */
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
