package latent.store;

import latent.digest.Digest;

/**
 * A rendition as served: the same bytes and headers from us and, later, from S3.
 *
 * @param eTag quoted; for bytes that we put in one part under SSE-S3 it is their MD5, so we know it before S3 says it
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
public record Rendition(byte[] bytes, String mediaType, String eTag, String cacheControl) {

    /** A rendition just rendered. */
    public static Rendition of(byte[] bytes, String mediaType, String cacheControl) {
        return new Rendition(bytes, mediaType, Digest.quotedMd5(bytes), cacheControl);
    }

    /** The same, kept by caches otherwise. */
    public Rendition cached(String otherwise) {
        return new Rendition(bytes, mediaType, eTag, otherwise);
    }
}
