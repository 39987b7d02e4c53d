package latent.lazy;

import java.time.Duration;
import latent.key.RenditionKey;
import latent.store.Rendition;
import latent.store.RenditionStore;

/**
 * Stores renditions, and leaves none in the store that was made from a replaced original. It checks the original's ETag before the write, unless S3
 * reported it within the last second; and always after the write, because a concurrent purge would miss this object. What turns out to be outdated
 * after the write is removed. Thread-safe.
 */
final class RenditionStorage {
    /** A version that S3 reported within this time is not asked for again before a write. */
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
     * Makes a storage.
     *
     * @param versions   for the check before a write
     * @param afterWrite for the check after it
     */
    RenditionStorage(OriginalVersions versions, VersionCheck afterWrite, RenditionStore renditions) {
        this.versions = versions;
        this.afterWrite = afterWrite;
        this.renditions = renditions;
    }

    /** A storage that checks each version at once, without waiting to check several together. */
    static RenditionStorage asking(OriginalVersions versions, RenditionStore renditions) {
        return new RenditionStorage(versions, (key, eTag) -> versions.isCurrent(key, eTag, versions.now()), renditions);
    }

    /**
     * Stores a rendition if its original is unchanged. May be retried after an exception: an object that an earlier attempt has written is recognised
     * by its ETag.
     *
     * @param sourceETag version of the original it was made from, quoted
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
