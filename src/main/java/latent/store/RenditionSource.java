package latent.store;

import java.util.Map;
import java.util.Optional;
import latent.key.OriginalKey;

/**
 * Metadata of a stored rendition's object: which original, in which version, it was made from. Objects that others have stored have none.
 *
 * @param sourceETag version of the original it was made from, quoted
 * @param cacheTag   a name for all renditions of that original
 */
public record RenditionSource(Optional<String> sourceETag, Optional<String> cacheTag) {
    /** Name of the metadata that holds the version of the original. */
    public static final String SOURCE_ETAG = "source-etag";

    static final String CACHE_TAG = "cache-tag";

    static RenditionSource of(Map<String, String> metadata) {
        return new RenditionSource(
                Optional.ofNullable(metadata.get(SOURCE_ETAG)), Optional.ofNullable(metadata.get(CACHE_TAG)));
    }

    static Map<String, String> metadata(OriginalKey original, String sourceETag) {
        return Map.of(SOURCE_ETAG, sourceETag, CACHE_TAG, CacheTag.of(original));
    }

    /** Whether it was made from some version of this original. */
    public boolean isOf(OriginalKey original) {
        return cacheTag.filter(CacheTag.of(original)::equals).isPresent();
    }
}
