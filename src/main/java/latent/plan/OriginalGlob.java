package latent.plan;

import java.io.Serializable;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A glob for keys of originals: {@code *} and {@code ?} match within a folder, {@code **} across folders, and <code>{a,b}</code> one of several.
 * Java's own globs are not used: they are for files, and fail on keys that the encoding of the system cannot express.
 */
public final class OriginalGlob implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Pattern SIGNS = Pattern.compile("\\*\\*/|\\*\\*|[*?{},]");
    private static final Map<String, String> MEANINGS =
            Map.of("**/", "(?:.*/)?", "**", ".*", "*", "[^/]*", "?", "[^/]", "{", "(?:", "}", ")", ",", "|");

    /** Matches every original. */
    public static final OriginalGlob ALL = new OriginalGlob("**");

    private final String text;
    private final Pattern pattern;

    /** @throws IllegalArgumentException when its braces do not pair */
    public OriginalGlob(String text) {
        this.text = text;
        this.pattern = Pattern.compile(meaning(text), Pattern.DOTALL);
    }

    private static String meaning(String text) {
        StringBuilder meaning = new StringBuilder();
        int from = 0;
        boolean inside = false;
        for (Matcher sign = SIGNS.matcher(text); sign.find(); from = sign.end()) {
            String found = sign.group();
            if (inside ? found.equals("{") : found.equals("}")) {
                throw new IllegalArgumentException("The braces of the glob do not pair: " + text);
            }
            boolean literal = found.equals(",") && !inside;
            meaning.append(Pattern.quote(text.substring(from, sign.start())))
                    .append(literal ? found : MEANINGS.get(found));
            inside = found.equals("{") || (inside && !found.equals("}"));
        }
        if (inside) {
            throw new IllegalArgumentException("The braces of the glob do not pair: " + text);
        }
        return meaning.append(Pattern.quote(text.substring(from))).toString();
    }

    /** Whether it matches this key of an original. */
    public boolean fits(String original) {
        return pattern.matcher(original).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
