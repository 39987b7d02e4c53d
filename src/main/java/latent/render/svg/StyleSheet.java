package latent.render.svg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which elements a style sheet makes refer to something. Of each selector only the first word about the element itself counts, so that it may
 * seem to fit more elements than it does, and never fewer. There are no rules within rules: librsvg knows only those that begin with an at sign,
 * and {@link Style} refuses them.
 */
final class StyleSheet {
    private static final String ANY = "*";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|$)", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[.#A-Za-z0-9_-]+");
    private static final Pattern WORD = Pattern.compile("[.#]?[A-Za-z_][A-Za-z0-9_-]*");

    private final Map<String, List<String>> references = new HashMap<>();

    /** Adds the rules of a sheet. */
    void add(String css) {
        for (String rule : COMMENT.matcher(css).replaceAll(" ").split("}", -1)) {
            int brace = rule.indexOf('{');
            List<String> targets = Style.targets(rule);
            if (brace >= 0 && !targets.isEmpty()) {
                add(rule.substring(0, brace), targets);
            }
        }
    }

    private void add(String selectors, List<String> targets) {
        for (String selector : selectors.split(",", -1)) {
            references
                    .computeIfAbsent(word(selector.strip()), any -> new ArrayList<>())
                    .addAll(targets);
        }
    }

    private static String word(String selector) {
        int start = selector.length();
        while (start > 0 && " \t\n\r\f>+~".indexOf(selector.charAt(start - 1)) < 0) {
            start--;
        }
        String own = selector.substring(start);
        Matcher word = WORD.matcher(own);
        return PLAIN.matcher(own).matches() && word.lookingAt() ? word.group() : ANY;
    }

    /** What an element refers to, by these rules. */
    List<String> references(String element, String id, String classes) {
        List<String> found = new ArrayList<>(references.getOrDefault(ANY, List.of()));
        found.addAll(references.getOrDefault(element, List.of()));
        found.addAll(references.getOrDefault("#" + id, List.of()));
        for (String name : classes.split("\\s+", -1)) {
            found.addAll(references.getOrDefault("." + name, List.of()));
        }
        return found;
    }
}
