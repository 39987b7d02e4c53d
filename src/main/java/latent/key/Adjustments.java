package latent.key;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is done to the picture besides sizing it. Rotation, flip and trim come before the resize, the rest after it.
 *
 * @param rotation   clockwise
 * @param trim       cut away a border of one colour; tolerance in per cent of the channel range, 1 to 99
 * @param blur       Gaussian sigma in tenths of a pixel of the rendition, 1 to 500
 * @param sharpen    strength in tenths, 1 to 100
 * @param background fills what is transparent or padded; white for JPEG when absent, else transparent
 * @param watermark  a watermark's name in the configuration
 */
public record Adjustments(
        Rotation rotation,
        Flip flip,
        OptionalInt trim,
        OptionalInt blur,
        OptionalInt sharpen,
        boolean grayscale,
        Optional<Rgb> background,
        Optional<String> watermark) {
    public static final Adjustments NONE = new Adjustments(
            Rotation.NONE,
            Flip.NONE,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            false,
            Optional.empty(),
            Optional.empty());

    /** Clockwise quarter turns. */
    public enum Rotation {
        NONE,
        QUARTER,
        HALF,
        THREE_QUARTERS
    }

    /** Mirror image, after the rotation. */
    public enum Flip {
        NONE,
        HORIZONTAL,
        VERTICAL
    }
}
