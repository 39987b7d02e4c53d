package latent.key;

import java.nio.charset.StandardCharsets;

/** Keys as the paths of URLs, in the one spelling that browsers, the function at the edge and CloudFront's cache agree on. */
public final class PercentEncoding {
    /** RFC 3986's unreserved characters, those that {@code encodeURIComponent} of JavaScript leaves as they are, and the slash. */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!*'()/";

    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** A key as a path without its leading slash; decoded once, it is the key again. */
    public static String ofPath(String key) {
        StringBuilder encoded = new StringBuilder(key.length());
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.charAt(b >> 4 & 0xf)).append(HEX.charAt(b & 0xf));
            }
        }
        return encoded.toString();
    }
}
