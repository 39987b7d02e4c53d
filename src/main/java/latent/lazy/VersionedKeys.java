package latent.lazy;

import java.util.Optional;
import latent.key.RenditionKey;
import latent.key.Version;
import latent.store.Rendition;

/** {@code Cache-Control}, and whether to store at all, for keys that name a version of their original. */
final class VersionedKeys {
    /** For a rendition made from another version than its key names: long enough to serve many visitors, too short to be noticed. */
    static final String OUTDATED = "public, max-age=60";

    private VersionedKeys() {}

    /** Whether the key names another version than the one the rendition was made from. Such a rendition is never stored. */
    static boolean namesAnother(RenditionKey key, String sourceETag) {
        return version(key).filter(version -> !version.isOf(sourceETag)).isPresent();
    }

    /**
     * A copy of the rendition with the right {@code Cache-Control} for its key.
     *
     * @param sourceETag version of the original it was made from, quoted
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
