package latent.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Digests in lower-case hexadecimal, by algorithms that every JDK has. */
final class Digest {
    private Digest() {}

    /** An ETag as S3 gives it to bytes that are put in one part. */
    static String quotedMd5(byte[] bytes) {
        return "\"" + hex("MD5", bytes) + "\"";
    }

    /** The value of a {@code Content-MD5} header. */
    static String contentMd5(byte[] bytes) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex("MD5", bytes)));
    }

    static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
