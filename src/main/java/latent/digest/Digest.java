package latent.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** MD5 and SHA-256, which every JDK has. Hexadecimal is in lower case. */
public final class Digest {
    private Digest() {}

    /** An ETag as S3 gives it to bytes that are put in one part: their MD5 in hexadecimal, in double quotes. */
    public static String quotedMd5(byte[] bytes) {
        MessageDigest md5 = md5();
        md5.update(bytes);
        return quotedMd5(md5);
    }

    /** The ETag of the bytes that a digest was given; the digest is reset. */
    public static String quotedMd5(MessageDigest md5) {
        return '"' + HexFormat.of().formatHex(md5.digest()) + '"';
    }

    /** An MD5 that is computed piece by piece. */
    public static MessageDigest md5() {
        return algorithm("MD5");
    }

    /** A SHA-256 that is computed piece by piece. */
    public static MessageDigest sha256() {
        return algorithm("SHA-256");
    }

    /** The SHA-256 of bytes in hexadecimal, 64 characters. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has " + name, e);
        }
    }
}
