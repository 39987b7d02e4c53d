package latent.lazy;

import java.time.Duration;
import latent.key.RenditionKey;
import latent.store.Rendition;
import latent.store.RenditionStore;

/**
 * Stores renditions so that none stays that was made of an original which has been replaced: a purge has passed by then, or will, and does not come
 * again for it. Where S3 has not said for a second which version there is, it is asked before, which keeps most of the outdated ones out; and always after
 * the write, because an original can be replaced while the write is under way; then what was written is removed. Thread-safe.
 */
final class RenditionStorage {
    /** An original that was read or asked for so lately is not asked for before the write. */
    private static final Duration LATELY = Duration.ofSeconds(1);

    private final OriginalVersions versions;
    private final VersionCheck afterWrite;
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

    /**
     * A storage.
     *
     * @param versions   what is known of them before a write
     * @param afterWrite asks for them after it
     */
    RenditionStorage(OriginalVersions versions, VersionCheck afterWrite, RenditionStore renditions) {
        this.versions = versions;
        this.afterWrite = afterWrite;
        this.renditions = renditions;
    }

    /** A storage that asks after each write, without waiting for others. */
    static RenditionStorage asking(OriginalVersions versions, RenditionStore renditions) {
        return new RenditionStorage(versions, (key, eTag) -> versions.isCurrent(key, eTag, versions.now()), renditions);
    }

    /**
     * Stores a rendition, if it is of use. It may be tried again after an exception: what an earlier try has written is found by its bytes.
     *
     * @param sourceETag version of the original it was made from
     */
    Outcome store(RenditionKey key, Rendition rendition, String sourceETag) {
        boolean added = false;
        if (versions.isCurrent(key.original(), sourceETag, versions.now() - LATELY.toNanos())) {
            added = renditions.add(key, rendition, sourceETag);
            if (afterWrite.isCurrent(key.original(), sourceETag)) {
                return added ? Outcome.STORED : Outcome.ALREADY_THERE;
            }
        }
        renditions.remove(key, rendition);
        return Outcome.OUTDATED;
    }
}
