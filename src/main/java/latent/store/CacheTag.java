package latent.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import latent.digest.Digest;
import latent.key.OriginalKey;

/** The tag under which CloudFront can invalidate every rendition of an original at once: one word, at most 256 characters, no comma. */
public final class CacheTag {
    /** Header of the tag in answers of S3 and of the processor. */
    public static final String HEADER = "x-amz-meta-" + RenditionSource.CACHE_TAG;

    private static final int MAX_LENGTH = 256;

    private CacheTag() {}

    /** The tag of this original's renditions. */
    public static String of(OriginalKey original) {
        String encoded = URLEncoder.encode(original.value(), StandardCharsets.UTF_8);
        return encoded.length() <= MAX_LENGTH ? encoded : Digest.sha256(encoded.getBytes(StandardCharsets.UTF_8));
    }
}
