package latent.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a path in an access log may mean. CloudFront writes the escapes of a path with escapes of their own, S3 writes a key encoded once or twice, and some
 * write a space as a plus: every reading counts, because a key too many keeps a rendition, and one too few loses it.
 */
public final class LoggedPath {
    private static final int MOST_DECODED = 2;

    private LoggedPath() {}

    /** All keys that the path may be of; the path as it stands among them, without its first slash. */
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
