package latent.local.website;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import latent.key.PercentEncoding;

/** A key of any object, also one that no rendition may have. Decoded once from a path, and encoded so that decoding once gives it back. */
record ObjectKey(String value) {
    /** What RFC 3986 lets stand in a path: unreserved, sub-delims, and {@code :@/}. A plus is a plus. */
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";

    private static final int MAX_BYTES = 1024;

    /** The key of a raw path; empty when the path does not begin with a slash, or has a broken escape or no UTF-8. */
    static Optional<ObjectKey> ofRawPath(String rawPath) {
        if (!rawPath.startsWith("/")) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream(rawPath.length());
        for (int i = 1; i < rawPath.length(); i++) {
            char c = rawPath.charAt(i);
            if (c > 0xff) {
                return Optional.empty();
            }
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            int high = i + 2 < rawPath.length() ? Character.digit(rawPath.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(rawPath.charAt(i + 2), 16);
            if (low < 0) {
                return Optional.empty();
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        return utf8(bytes.toByteArray());
    }

    private static Optional<ObjectKey> utf8(byte[] bytes) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return Optional.of(
                    new ObjectKey(decoder.decode(ByteBuffer.wrap(bytes)).toString()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** As the part of a path after its first slash. */
    String encoded() {
        return encode(value);
    }

    static String encode(String text) {
        return PercentEncoding.of(text, b -> PLAIN.indexOf(b) >= 0);
    }

    /** S3 has keys of up to 1024 bytes. */
    boolean isTooLong() {
        return value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }

    boolean isFolder() {
        return value.isEmpty() || value.endsWith("/");
    }

    ObjectKey plus(String suffix) {
        return new ObjectKey(value + suffix);
    }
}
