package latent.key;

import static latent.refusal.Reason.MALFORMED_KEY;
import static latent.refusal.Reason.NOT_A_RENDITION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latent.refusal.Refusal;

/**
 * The end of a stem, where the transformation is spelt.
 *
 * @param name    what stands before it: the original's name
 * @param options what its tokens ask for, as they stand there
 * @param unknown the first token that is no option's
 */
record Suffix(String name, Spelling spelling, RequestedSize box, List<Option> options, Optional<String> unknown) {
    private static final String SIDE = "(0|[1-9][0-9]{0,5})";

    /** The name is greedy, so the last size counts; the tail holds no size and no dot, so there is only one way to read it. */
    private static final Pattern SIZED = Pattern.compile(
            "(?<name>.+)(?:_(?<w>SIDE)_(?<h>SIDE)|-(?<dw>SIDE)x(?<dh>SIDE))(?<options>(?:_[a-z][a-z0-9-]*)*)"
                    .replace("SIDE", SIDE));

    private static final Pattern NAMED = Pattern.compile("(?<name>.+)_p-(?<preset>[a-z][a-z0-9]{0,31})");

    /** The transformation at the end of a stem; empty when there is none. */
    static Optional<Suffix> of(String stem, KeyRules rules) {
        Matcher named = NAMED.matcher(stem);
        Optional<Suffix> suffix = named.matches() ? Optional.of(preset(named, rules)) : sized(stem);
        suffix.flatMap(Suffix::unknown).ifPresent(token -> {
            throw new Refusal(MALFORMED_KEY, "There is no option " + token + ".");
        });
        return suffix;
    }

    /** The text at the end of a stem. */
    static String print(Spelling spelling, RequestedSize box, List<String> options) {
        String tail = options.isEmpty() ? "" : "_" + String.join("_", options);
        return spelling.print(box, tail);
    }

    private static Optional<Suffix> sized(String stem) {
        Matcher sized = SIZED.matcher(stem);
        if (!sized.matches()) {
            return Optional.empty();
        }
        boolean dash = sized.group("dw") != null;
        int width = Integer.parseInt(sized.group(dash ? "dw" : "w"));
        int height = Integer.parseInt(sized.group(dash ? "dh" : "h"));
        if (width == 0 && height == 0) {
            return Optional.empty();
        }
        String[] tokens = sized.group("options").split("_", -1);
        List<Option> options = new ArrayList<>();
        Optional<String> unknown = Optional.empty();
        for (int i = 1; i < tokens.length && unknown.isEmpty(); i++) {
            Optional<Option> option = OptionTokens.read(tokens[i]);
            option.ifPresent(options::add);
            unknown = option.isPresent() ? unknown : Optional.of(tokens[i]);
        }
        Spelling spelling = dash ? new Spelling.Dash() : new Spelling.Underscore();
        RequestedSize box = new RequestedSize(width, height);
        return Optional.of(new Suffix(sized.group("name"), spelling, box, options, unknown));
    }

    /** What a preset is written as, {@code 600x400_fill_q-75}; empty when it is not. */
    static Optional<Suffix> ofPreset(String text) {
        return sized("preset-" + text).filter(suffix -> suffix.unknown().isEmpty());
    }

    private static Suffix preset(Matcher named, KeyRules rules) {
        String preset = named.group("preset");
        Suffix meaning = Optional.ofNullable(rules.presets().get(preset))
                .flatMap(Suffix::ofPreset)
                .orElseThrow(() -> new Refusal(NOT_A_RENDITION, "There is no preset " + preset + " here."));
        return new Suffix(
                named.group("name"), new Spelling.Preset(preset), meaning.box(), meaning.options(), Optional.empty());
    }
}
