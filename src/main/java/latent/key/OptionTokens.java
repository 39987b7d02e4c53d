package latent.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens of all options. */
final class OptionTokens {
    private static final List<OptionKind<?>> KINDS = Option.kinds();

    private OptionTokens() {}

    /** What a token asks for; empty when there is no such option. */
    static Optional<Option> read(String token) {
        return KINDS.stream().<Option>flatMap(kind -> kind.read(token).stream()).findFirst();
    }

    /** What tokens ask for, each of which must be an option's; a repeated option counts once. */
    static List<Option> read(List<String> tokens) {
        Map<OptionKind<?>, Option> options = new LinkedHashMap<>();
        for (String token : tokens) {
            Option option = read(token).orElseThrow();
            options.put(option.kind(), option);
        }
        return new ArrayList<>(options.values());
    }

    static OptionKind<?> kind(Option option) {
        return KINDS.stream()
                .filter(kind -> kind.type().isInstance(option))
                .findFirst()
                .orElseThrow();
    }

    /** Where an option stands in the one order. */
    static int place(Option option) {
        return KINDS.indexOf(option.kind());
    }
}
