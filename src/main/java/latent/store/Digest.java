package latent.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests in lower-case hexadecimal, by algorithms that every JDK has. */
final class Digest {
    private Digest() {}

    /** An ETag as S3 gives it to bytes that are put in one part. */
    static String quotedMd5(byte[] bytes) {
        return "\"" + hex("MD5", bytes) + "\"";
    }

    /** The same of what a digest was fed with; the digest begins anew. */
    static String quoted(MessageDigest md5) {
        return "\"" + HexFormat.of().formatHex(md5.digest()) + "\"";
    }

    static String hex(String algorithm, byte[] bytes) {
        return HexFormat.of().formatHex(of(algorithm).digest(bytes));
    }

    static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
