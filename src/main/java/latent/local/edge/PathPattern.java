package latent.local.edge;

import java.util.regex.Pattern;

/** A path pattern: {@code *} stands for any characters, slashes too, {@code ?} for one. A glob, not a regular expression; case matters. */
public record PathPattern(String glob) {
    public static final PathPattern DEFAULT = new PathPattern("*");

    public boolean matches(String rawPath) {
        String pattern = glob.startsWith("/") || glob.startsWith("*") ? glob : "/" + glob;
        return rawPath.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    }
}
