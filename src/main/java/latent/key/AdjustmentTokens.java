package latent.key;

import latent.key.Adjustments.Flip;
import latent.key.Adjustments.Rotation;

/** {@code r-90}, {@code flip-h}, {@code trim-10}, {@code gray}, {@code bg-ffffff}, …: tokens into adjustments and back. */
final class AdjustmentTokens {
    private AdjustmentTokens() {}

    static Adjustments read(Options options) {
        return new Adjustments(
                rotation(options),
                flip(options),
                options.number(Option.TRIM),
                options.number(Option.BLUR),
                options.number(Option.SHARPEN),
                options.has(Option.GRAYSCALE),
                options.argument(Option.BACKGROUND).map(Rgb::ofHex),
                options.argument(Option.WATERMARK));
    }

    static void write(Adjustments adjustments, Options options) {
        switch (adjustments.rotation()) {
            case NONE -> {}
            case QUARTER -> options.spell(Option.ROTATION, "r-90");
            case HALF -> options.spell(Option.ROTATION, "r-180");
            case THREE_QUARTERS -> options.spell(Option.ROTATION, "r-270");
        }
        switch (adjustments.flip()) {
            case NONE -> {}
            case HORIZONTAL -> options.spell(Option.FLIP, "flip-h");
            case VERTICAL -> options.spell(Option.FLIP, "flip-v");
        }
        adjustments.trim().ifPresent(percent -> options.spell(Option.TRIM, "trim-" + percent));
        adjustments.blur().ifPresent(tenths -> options.spell(Option.BLUR, "blur-" + tenths));
        adjustments.sharpen().ifPresent(tenths -> options.spell(Option.SHARPEN, "sharpen-" + tenths));
        if (adjustments.grayscale()) {
            options.spell(Option.GRAYSCALE, "gray");
        }
        adjustments.background().ifPresent(colour -> options.spell(Option.BACKGROUND, "bg-" + colour.hex()));
        adjustments.watermark().ifPresent(name -> options.spell(Option.WATERMARK, "wm-" + name));
    }

    private static Rotation rotation(Options options) {
        return switch (options.argument(Option.ROTATION).orElse("0")) {
            case "90" -> Rotation.QUARTER;
            case "180" -> Rotation.HALF;
            case "270" -> Rotation.THREE_QUARTERS;
            default -> Rotation.NONE;
        };
    }

    private static Flip flip(Options options) {
        return switch (options.argument(Option.FLIP).orElse("")) {
            case "h" -> Flip.HORIZONTAL;
            case "v" -> Flip.VERTICAL;
            default -> Flip.NONE;
        };
    }
}
