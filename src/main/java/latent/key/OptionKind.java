package latent.key;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One option of the key language: how its token is read, what it may need, what the URL reference says of it.
 *
 * @param token        matches its tokens. None holds a dot or an underscore or ends like a dash-style size ({@code -600x400}), or a key could be
 *     read in two ways
 * @param reader       from what follows the first dash of a token, or from the whole token where it has none
 * @param capabilities all that its values may need of an engine, the usual one first
 */
public record OptionKind(
        Pattern token, Function<String, Option> reader, List<Capability> capabilities, Documentation documentation) {

    /**
     * A line of the URL reference.
     *
     * @param form     the token with letters for what may vary: {@code blur-N}
     * @param meaning  a sentence
     * @param range    what the letters stand for; empty where there are none
     * @param example  the options of a key that uses it: {@code fill_g-no}
     * @param refused  the options of keys that are refused, by these very texts
     */
    public record Documentation(String form, String meaning, String range, String example, List<String> refused) {}

    /** An option without its documentation, which {@link #documented} adds. */
    static OptionKind of(String token, Function<String, Option> reader, Capability... capabilities) {
        return new OptionKind(
                Pattern.compile(token), reader, List.of(capabilities), new Documentation("", "", "", "", List.of()));
    }

    OptionKind documented(String form, String meaning, String range, String example, String... refused) {
        return new OptionKind(
                token, reader, capabilities, new Documentation(form, meaning, range, example, List.of(refused)));
    }

    /** What a token asks for; empty when it spells another option or none. */
    Optional<Option> read(String text) {
        return token.matcher(text).matches()
                ? Optional.of(reader.apply(text.substring(text.indexOf('-') + 1)))
                : Optional.empty();
    }
}
