package latent.store;

import java.time.Instant;

/**
 * What S3 says of an object among the renditions, without its bytes.
 *
 * @param eTag         quoted, as S3 gives it
 * @param mediaType    its Content-Type; empty where it has none
 * @param cacheControl empty where it has none
 * @param source       what it says of the original that it was made from
 */
public record StoredRendition(
        String eTag, long bytes, String mediaType, String cacheControl, Instant modified, RenditionSource source) {}
