package latent.lazy;

import java.util.Optional;
import latent.key.RenditionKey;
import latent.key.Version;
import latent.store.Rendition;

/** How long caches keep the rendition of a key that names a version of its original, and whether it may be stored under that key. */
final class VersionedKeys {
    /** Of a rendition whose key names another version than the one it was made from: long enough for a crowd, too short to be noticed. */
    static final String OUTDATED = "public, max-age=60";

    private VersionedKeys() {}

    /** Whether the key names a version and the rendition was made from another: such a rendition is never stored. */
    static boolean namesAnother(RenditionKey key, String sourceETag) {
        return version(key).filter(version -> !version.isOf(sourceETag)).isPresent();
    }

    /**
     * The rendition as it is answered and stored.
     *
     * @param sourceETag the version of the original it was made from, quoted
     */
    static Rendition cached(RenditionKey key, Rendition rendition, String sourceETag) {
        if (version(key).isEmpty()) {
            return rendition;
        }
        String usual = rendition.cacheControl();
        return rendition.cached(
                namesAnother(key, sourceETag) ? OUTDATED : usual.contains("immutable") ? usual : usual + ", immutable");
    }

    private static Optional<Version> version(RenditionKey key) {
        return key.transformation().find(Version.class);
    }
}
