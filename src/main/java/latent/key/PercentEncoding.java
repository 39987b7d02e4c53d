package latent.key;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/**
 * Keys as the paths of URLs, in the one spelling that the function at the edge gives to every request. So it is the one in CloudFront's cache, and
 * in the invalidations, which find what is spelt as they are and nothing else.
 */
public final class PercentEncoding {
    /**
     * What {@code encodeURIComponent} of JavaScript leaves as it is, and the slash, but no tilde: RFC 1738 calls that unsafe, and CloudFront refuses an
     * invalidation path with it.
     *
     * @see <a href="https://github.com/aws/aws-sdk/issues/525">how CloudFront takes tildes</a>
     */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._!*'()/";

    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** A key as a path without its leading slash; decoded once, it is the key again. */
    public static String ofPath(String key) {
        return of(key, b -> PLAIN.indexOf(b) >= 0);
    }

    /** A text in which every byte of its UTF-8 is an escape but those that may stand as they are; bytes above 0x7f are given as negative numbers. */
    public static String of(String text, IntPredicate plain) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (plain.test(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
            }
        }
        return encoded.toString();
    }
}
