package latent.render.vips;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * To eight bits of sRGB or gray. A conversion by profile costs up to four times the rest of a render, so it happens only where the profile is
 * another than sRGB, and on the few pixels that are left after the resize.
 */
final class SrgbConversion {
    private SrgbConversion() {}

    static Picture toSrgb(Picture picture) {
        Optional<byte[]> foreign = picture.profile().filter(Predicate.not(IccProfile::isSrgb));
        return foreign.isPresent() ? byProfile(picture) : plain(picture);
    }

    /** Eight bits with the picture's own profile still meaning what it meant; CMYK, which few formats and screens show, is converted. */
    static Picture asItIs(Picture picture) {
        return picture.is(Interpretation.CMYK) ? toSrgb(picture) : eightBit(picture);
    }

    private static Picture byProfile(Picture picture) {
        try {
            return picture.operation("icc_transform")
                    .with("output-profile", "srgb")
                    .with("embedded", true)
                    .with("intent", "perceptual")
                    .with("depth", 8)
                    .picture();
        } catch (VipsException unusableProfile) {
            return plain(picture); // as every browser does
        }
    }

    private static Picture plain(Picture picture) {
        if (picture.is(Interpretation.CMYK)) {
            return picture.operation("icc_transform")
                    .with("input-profile", "cmyk")
                    .with("output-profile", "srgb")
                    .with("intent", "perceptual")
                    .with("depth", 8)
                    .picture();
        }
        return eightBit(picture);
    }

    private static Picture eightBit(Picture picture) {
        boolean gray = picture.is(Interpretation.GRAY) || picture.is(Interpretation.GRAY_16);
        return picture.in(gray ? Interpretation.GRAY : Interpretation.SRGB).eightBit();
    }
}
