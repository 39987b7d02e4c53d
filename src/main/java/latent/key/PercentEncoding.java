package latent.key;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/** Keys as the paths of URLs, in the one spelling that browsers, the function at the edge and CloudFront's cache agree on. */
public final class PercentEncoding {
    /**
     * Characters that are not escaped: RFC 3986's unreserved ones, those that {@code encodeURIComponent} of JavaScript leaves as they are, and the
     * slash.
     */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!*'()/";

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
