package latent.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reads single values. A bad one becomes a problem and a stand-in is returned, so that all problems can be named at once. */
final class SettingParser {
    private static final long MEBIBYTE = 1 << 20;

    private final Map<Setting, SettingValue> values;
    private final List<String> problems;

    SettingParser(Map<Setting, SettingValue> values, List<String> problems) {
        this.values = values;
        this.problems = new ArrayList<>(problems);
    }

    List<String> problems() {
        return problems;
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    String text(Setting setting) {
        return value(setting).value();
    }

    /** The text; empty where it has no characters. */
    Optional<String> given(Setting setting) {
        return Optional.of(text(setting)).filter(text -> !text.isEmpty());
    }

    String required(Setting setting) {
        if (text(setting).isEmpty()) {
            problem(setting.settingName() + " is empty");
        }
        return text(setting);
    }

    /** A text that must be there and have a form. */
    String required(Setting setting, UnaryOperator<String> form) {
        String text = required(setting);
        return text.isEmpty() ? text : parsed(setting, text, form, text);
    }

    /** What stands between the commas, each of a form. */
    List<String> list(Setting setting, UnaryOperator<String> form) {
        List<String> items = list(setting);
        items.forEach(item -> parsed(setting, item, form, item));
        return items;
    }

    /** What stands between the commas. */
    List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    Optional<URI> url(Setting setting) {
        URI standIn = URI.create("http://localhost");
        return given(setting).map(text -> parsed(setting, text, ValueForms::url, standIn));
    }

    /** A number of mebibytes, as bytes. */
    long mebibytes(Setting setting, long least, long most) {
        return number(setting, least, most) * MEBIBYTE;
    }

    Duration seconds(Setting setting) {
        return Duration.ofSeconds(number(setting, 1, 3600));
    }

    int integer(Setting setting, int least, int most) {
        return (int) number(setting, least, most);
    }

    long number(Setting setting, long least, long most) {
        if (!text(setting).matches("[+-]?[0-9]{1,18}")) {
            problem(value(setting) + " is not a whole number between " + least + " and " + most);
            return least;
        }
        long number = Long.parseLong(text(setting));
        if (number < least || number > most) {
            problem(value(setting) + " is not between " + least + " and " + most);
            return least;
        }
        return number;
    }

    /** A word that names one of an enum's constants, in small letters. */
    <E extends Enum<E>> E choice(Setting setting, Class<E> words, E otherwise) {
        for (E constant : words.getEnumConstants()) {
            if (word(constant).equals(text(setting).toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        problem(value(setting) + " is none of "
                + Arrays.stream(words.getEnumConstants())
                        .map(SettingParser::word)
                        .collect(Collectors.joining(", ")));
        return otherwise;
    }

    <T> T parsed(Setting setting, String text, Function<String, T> parser, T otherwise) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            problem(value(setting) + " cannot be read: " + e.getMessage());
            return otherwise;
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private SettingValue value(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }
}
