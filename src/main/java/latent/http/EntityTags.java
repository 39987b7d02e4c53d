package latent.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The header {@code If-None-Match} (RFC 9110, 13.1.2), by weak comparison. */
final class EntityTags {
    private EntityTags() {}

    static boolean match(@Nullable String ifNoneMatch, String eTag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(eTag) || tag.equals("W/" + eTag));
    }
}
