package latent.render.svg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which elements a style sheet makes refer to something. Of each selector only the first word about the element itself counts, so that it may
 * seem to fit more elements than it does, and never fewer. There are no rules within rules: those begin with an at sign ({@link Style}).
 */
final class Sheet {
    private static final String ANY = "*";
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|$)", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)");
    private static final Pattern WORD = Pattern.compile("[.#]?[A-Za-z_][A-Za-z0-9_-]*");

    private final Map<String, List<String>> references = new HashMap<>();

    /** Adds the rules of a sheet. */
    void add(String css) {
        RULE.matcher(COMMENT.matcher(css).replaceAll(" ")).results().forEach(this::add);
    }

    private void add(MatchResult rule) {
        List<String> targets = Style.targets(rule.group(2));
        if (!targets.isEmpty()) {
            for (String selector : rule.group(1).split(",", -1)) {
                references
                        .computeIfAbsent(word(selector.strip()), any -> new ArrayList<>())
                        .addAll(targets);
            }
        }
    }

    private static String word(String selector) {
        String own = selector.replaceFirst("(?s).*[\\s>+~]", "");
        var word = WORD.matcher(own);
        return own.matches("[.#A-Za-z0-9_-]+") && word.lookingAt() ? word.group() : ANY;
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
