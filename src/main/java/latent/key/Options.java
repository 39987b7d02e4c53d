package latent.key;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import latent.image.ImageFormat;

/** The options of one key, as spelt: between the tokens and the transformation that they mean. */
final class Options {
    private final Map<Option, String> tokens = new EnumMap<>(Option.class);

    /** The options that these tokens spell, each of which must be one; a repeated option counts once. */
    static Options ofTokens(List<String> tokens) {
        Options options = new Options();
        for (String token : tokens) {
            options.tokens.put(Option.ofToken(token).orElseThrow(), token);
        }
        return options;
    }

    static Options ofTransformation(Transformation transformation) {
        Options options = new Options();
        FramingTokens.write(transformation.framing(), options);
        AdjustmentTokens.write(transformation.adjustments(), options);
        EncodingTokens.write(transformation.encoding(), options);
        return options;
    }

    Transformation transformation(Box box, ImageFormat format) {
        return new Transformation(
                box, FramingTokens.read(this), AdjustmentTokens.read(this), EncodingTokens.read(this, format));
    }

    /** In the one order. */
    List<String> tokens() {
        return List.copyOf(tokens.values());
    }

    void spell(Option option, String token) {
        tokens.put(option, token);
    }

    boolean has(Option option) {
        return tokens.containsKey(option);
    }

    Optional<String> token(Option option) {
        return Optional.ofNullable(tokens.get(option));
    }

    /** What follows the first dash of the token. */
    Optional<String> argument(Option option) {
        return token(option).map(token -> token.substring(token.indexOf('-') + 1));
    }

    OptionalInt number(Option option) {
        return argument(option).map(Integer::parseInt).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
