package latent.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import latent.key.OriginalKey;

/** The tag under which CloudFront can invalidate every rendition of an original at once: one word, at most 256 characters, no comma. */
final class CacheTag {
    private static final int MAX_LENGTH = 256;

    private CacheTag() {}

    static String of(OriginalKey original) {
        String encoded = URLEncoder.encode(original.value(), StandardCharsets.UTF_8);
        return encoded.length() <= MAX_LENGTH
                ? encoded
                : Digest.hex("SHA-256", encoded.getBytes(StandardCharsets.UTF_8));
    }
}
