package latent.lazy;

import latent.key.OriginalKey;

/** Checks whether an ETag is still the current version of an original, with an answer of S3 that is newer than the call. */
@FunctionalInterface
interface VersionCheck {
    boolean isCurrent(OriginalKey key, String eTag);
}
