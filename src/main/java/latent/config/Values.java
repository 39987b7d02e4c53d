package latent.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Reads single values. A bad one becomes a problem and a stand-in is returned, so that all problems can be named at once. */
final class Values {
    private final Map<Setting, Said> said;
    private final List<String> problems;

    Values(Map<Setting, Said> said, List<String> problems) {
        this.said = said;
        this.problems = new ArrayList<>(problems);
    }

    List<String> problems() {
        return problems;
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    String text(Setting setting) {
        return said(setting).value();
    }

    String required(Setting setting) {
        if (text(setting).isEmpty()) {
            problem(setting.settingName() + " is empty");
        }
        return text(setting);
    }

    /** What stands between the commas. */
    List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    Duration seconds(Setting setting) {
        return Duration.ofSeconds(number(setting, 1, 3600));
    }

    int integer(Setting setting, int least, int most) {
        return (int) number(setting, least, most);
    }

    long number(Setting setting, long least, long most) {
        long number = parsed(setting, text(setting), Long::parseLong, least);
        if (number < least || number > most) {
            problem(said(setting) + " is not between " + least + " and " + most);
            return least;
        }
        return number;
    }

    /** A word that names one of an enum's constants, in small letters. */
    <E extends Enum<E>> E choice(Setting setting, Class<E> words, E otherwise) {
        return parsed(setting, text(setting), word -> Enum.valueOf(words, word.toUpperCase(Locale.ROOT)), otherwise);
    }

    <T> T parsed(Setting setting, String text, Function<String, T> parser, T otherwise) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            problem(said(setting) + " cannot be read: " + e.getMessage());
            return otherwise;
        }
    }

    private Said said(Setting setting) {
        return Objects.requireNonNull(said.get(setting));
    }
}
