package latent.key;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tokens of all options. */
final class OptionTokens {
    private static final List<OptionKind<?>> KINDS = Option.kinds();

    /** The options by the letter that a token of theirs can begin with, so that a token is compared with few. */
    private static final Map<Character, List<OptionKind<?>>> BY_FIRST_LETTER = IntStream.rangeClosed('a', 'z')
            .mapToObj(letter -> (char) letter)
            .collect(Collectors.toMap(letter -> letter, OptionTokens::beginningWith));

    private static final ClassValue<Integer> PLACE = new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
            return IntStream.range(0, KINDS.size())
                    .filter(i -> KINDS.get(i).type().isAssignableFrom(type))
                    .findFirst()
                    .orElseThrow();
        }
    };

    private OptionTokens() {}

    /** What a token asks for; empty when there is no such option. */
    static Optional<Option> read(String token) {
        for (OptionKind<?> kind : BY_FIRST_LETTER.getOrDefault(token.charAt(0), List.of())) {
            Optional<? extends Option> option = kind.read(token);
            if (option.isPresent()) {
                return Optional.of(option.get());
            }
        }
        return Optional.empty();
    }

    /** The same options, each once: of one that is repeated the last value, at its first place. */
    static List<Option> once(List<Option> options) {
        Map<Integer, Option> byPlace = new LinkedHashMap<>();
        options.forEach(option -> byPlace.put(place(option), option));
        return new ArrayList<>(byPlace.values());
    }

    static OptionKind<?> kind(Option option) {
        return KINDS.get(place(option));
    }

    /** Where an option stands in the one order. */
    static int place(Option option) {
        return PLACE.get(option.getClass());
    }

    private static List<OptionKind<?>> beginningWith(char letter) {
        return KINDS.stream().filter(kind -> canBegin(kind.token(), letter)).toList();
    }

    @SuppressWarnings(
            "JdkObsolete") // hitEnd is meant for scanners, and this asks what a scanner asks: could more text match?
    private static boolean canBegin(Pattern token, char letter) {
        Matcher matcher = token.matcher(Character.toString(letter));
        // At the end of the text, more of it could have made it match.
        return matcher.matches() || matcher.hitEnd();
    }
}
