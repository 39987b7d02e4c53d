package latent.key;

import java.util.OptionalInt;
import latent.image.ImageFormat;

/**
 * How the rendition is written.
 *
 * @param maxBytes      quality is lowered until the file is no larger
 * @param keepIcc       the original's colour profile stays, instead of a conversion to sRGB
 * @param keepCopyright the copyright notice stays, the only metadata that may
 */
public record Encoding(
        ImageFormat format, Quality quality, OptionalInt maxBytes, boolean keepIcc, boolean keepCopyright) {

    public static Encoding of(ImageFormat format) {
        return new Encoding(format, new Quality.Default(), OptionalInt.empty(), false, false);
    }
}
