package latent.key;

import java.util.Optional;

/**
 * Which part of the picture is shown, and how it meets the box.
 *
 * @param enlarge a picture smaller than its box may be enlarged
 * @param dpr     device pixels per CSS pixel, 1 to 4: both sides of the box are multiplied by it
 */
public record Framing(Fit fit, boolean enlarge, Gravity gravity, Optional<CropBox> crop, int dpr) {
    public static final Framing DEFAULT = new Framing(Fit.FIT, false, Gravity.Compass.CENTRE, Optional.empty(), 1);

    /** The same, but what is smaller than its box is enlarged. */
    public Framing enlarging() {
        return new Framing(fit, true, gravity, crop, dpr);
    }
}
