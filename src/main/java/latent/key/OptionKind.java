package latent.key;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * One option of the key language: how its token is read and written, what it may need, what the URL reference says of it.
 *
 * @param token        matches its tokens. None holds a dot or an underscore or ends like a dash-style size ({@code -600x400}), or a key could be
 *     read in two ways
 * @param reader       from what follows the first dash of a token, or from the whole token where it has none
 * @param writer       to the whole token
 * @param capabilities all that its values may need of an engine, the usual one first
 */
public record OptionKind<O extends Option>(
        Class<O> type,
        Pattern token,
        Function<String, O> reader,
        Function<O, String> writer,
        List<Capability> capabilities,
        Documentation documentation) {

    /**
     * A line of the URL reference.
     *
     * @param form    the tokens, with capital letters for what may vary: {@code blur-N}
     * @param meaning sentences
     * @param range   what the capital letters stand for; empty where there are none
     * @param example the options of a key that uses it: {@code fill_g-no}
     * @param refused the options of keys that are refused
     */
    public record Documentation(String form, String meaning, String range, String example, List<String> refused) {}

    /** An option without its documentation, which {@link #documented} adds. */
    static <O extends Option> OptionKind<O> of(
            Class<O> type,
            String token,
            Function<String, O> reader,
            Function<O, String> writer,
            Capability... capabilities) {
        Documentation none = new Documentation("", "", "", "", List.of());
        return new OptionKind<>(type, Pattern.compile(token), reader, writer, List.of(capabilities), none);
    }

    /** An option without a value: a key has it or does not. */
    static <O extends Option> OptionKind<O> flag(
            Class<O> type, String token, Supplier<O> value, Capability... capabilities) {
        return of(type, token, text -> value.get(), option -> token, capabilities);
    }

    /** An option whose token ends in a whole number. */
    static <O extends Option> OptionKind<O> number(
            Class<O> type,
            String start,
            String number,
            IntFunction<O> reader,
            ToIntFunction<O> writer,
            Capability... capabilities) {
        return of(
                type,
                start + number,
                text -> reader.apply(Integer.parseInt(text)),
                option -> start + writer.applyAsInt(option),
                capabilities);
    }

    OptionKind<O> documented(String form, String meaning, String range, String example, String... refused) {
        return new OptionKind<>(
                type,
                token,
                reader,
                writer,
                capabilities,
                new Documentation(form, meaning, range, example, List.of(refused)));
    }

    /** What a token asks for; empty when it spells another option or none. */
    Optional<O> read(String text) {
        return token.matcher(text).matches()
                ? Optional.of(reader.apply(text.substring(text.indexOf('-') + 1)))
                : Optional.empty();
    }

    /** The token of a value of this option. */
    String write(Option option) {
        return writer.apply(type.cast(option));
    }
}
