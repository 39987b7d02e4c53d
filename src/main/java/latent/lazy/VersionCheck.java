package latent.lazy;

import latent.key.OriginalKey;

/** Asks whether a version of an original is still the one that there is, by an answer that S3 gives from now on. */
@FunctionalInterface
interface VersionCheck {
    boolean isCurrent(OriginalKey key, String eTag);
}
