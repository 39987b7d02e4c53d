package latent.key;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The options of the key language in their one order, each with the tokens that spell it. No token holds a dot or ends like a dash-style
 * size ({@code -600x400}), or a key could be read in two ways.
 */
enum Option {
    FIT("fill|pad|force"),
    UP("up"),
    GRAVITY("g-(no|ne|ea|se|so|sw|we|nw|sm|PERCENT-PERCENT)"),
    CROP("c-SIZE-SIZE-OFFSET-OFFSET"),
    DPR("dpr-[234]"),
    ROTATION("r-(90|180|270)"),
    FLIP("flip-[hv]"),
    TRIM("trim-[1-9][0-9]?"),
    BLUR("blur-([1-9][0-9]?|[1-4][0-9][0-9]|500)"),
    SHARPEN("sharpen-([1-9][0-9]?|100)"),
    GRAYSCALE("gray"),
    BACKGROUND("bg-[0-9a-f]{6}"),
    WATERMARK("wm-[a-z][a-z0-9]{0,31}"),
    KEEP_ICC("keep-icc"),
    KEEP_COPYRIGHT("keep-copyright"),
    QUALITY("q-(auto|[1-9][0-9]?|100)"),
    MAX_BYTES("max-[1-9][0-9]{2,7}");

    private final Pattern token;

    Option(String token) {
        this.token = Pattern.compile(token.replace("PERCENT", "(0|[1-9][0-9]?|100)")
                .replace("SIZE", "[1-9][0-9]{0,4}")
                .replace("OFFSET", "(0|[1-9][0-9]{0,4})"));
    }

    /** The option that a token spells. */
    static Optional<Option> ofToken(String token) {
        for (Option option : values()) {
            if (option.token.matcher(token).matches()) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
