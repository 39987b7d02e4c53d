package latent.lazy;

import latent.key.RenditionKey;
import latent.store.OriginalStore;
import latent.store.Rendition;
import latent.store.RenditionStore;

/**
 * Stores renditions so that none stays that was made of an original which has been replaced: a purge has passed by then, or will, and does not come
 * again for it. The original is looked at before, which keeps most of the outdated ones out, and once more after the write, because it can be replaced
 * while the write is under way; then what was written is removed. Thread-safe.
 */
final class RenditionStorage {
    private final OriginalStore originals;
    private final RenditionStore renditions;

    /** What became of a rendition. */
    enum Outcome {
        STORED("stored"),
        /** Somebody stored one before us, which is as good. */
        ALREADY_THERE("already-there"),
        /** Its original has been replaced since, so it is not kept. */
        OUTDATED("outdated");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The word for it in metrics. */
        String label() {
            return label;
        }
    }

    RenditionStorage(OriginalStore originals, RenditionStore renditions) {
        this.originals = originals;
        this.renditions = renditions;
    }

    /**
     * Stores a rendition, if it is of use. It may be tried again after an exception: what an earlier try has written is found by its bytes.
     *
     * @param sourceETag version of the original it was made from
     */
    Outcome store(RenditionKey key, Rendition rendition, String sourceETag) {
        boolean added = false;
        if (originals.isCurrent(key.original(), sourceETag)) {
            added = renditions.add(key, rendition, sourceETag);
            if (originals.isCurrent(key.original(), sourceETag)) {
                return added ? Outcome.STORED : Outcome.ALREADY_THERE;
            }
        }
        renditions.remove(key, rendition);
        return Outcome.OUTDATED;
    }
}
