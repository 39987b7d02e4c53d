package latent.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the keys that a path in an access log may stand for. CloudFront escapes the escapes of a path again, S3 encodes a key once or twice, and some
 * clients write a space as a plus. All readings count: a key too many keeps a rendition, and one too few would lose it.
 */
public final class LoggedPath {
    private static final int MOST_DECODED = 2;

    private LoggedPath() {}

    /** All keys that the path may stand for, the path itself without its first slash among them. */
    public static Set<String> keys(String path) {
        String start = path.startsWith("/") ? path.substring(1) : path;
        int query = start.indexOf('?');
        Set<String> keys = new LinkedHashSet<>();
        add(query < 0 ? start : start.substring(0, query), MOST_DECODED, keys);
        return keys;
    }

    private static void add(String key, int times, Set<String> keys) {
        if (keys.add(key) && times > 0) {
            decoded(key.replace("+", "%2B")).ifPresent(once -> add(once, times - 1, keys));
            decoded(key).ifPresent(once -> add(once, times - 1, keys));
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noEscapes) {
            return Optional.empty();
        }
    }
}
