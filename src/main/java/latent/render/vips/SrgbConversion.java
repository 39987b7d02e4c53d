package latent.render.vips;

import java.util.Optional;
import java.util.function.Predicate;
import latent.render.colour.IccProfile;
import latent.render.colour.SrgbProfile;

/**
 * To eight bits of sRGB or gray. A conversion by profile costs up to four times the rest of a render, so it happens only where the profile is
 * another than sRGB, and on the few pixels that are left after the resize. By relative colorimetry, which is what Java converts ink by, and nearest to
 * what Chromium shows of it.
 */
final class SrgbConversion {
    private SrgbConversion() {}

    static Picture toSrgb(Picture picture) {
        Optional<byte[]> foreign = picture.profile().filter(Predicate.not(SrgbProfile::is));
        return foreign.isPresent() ? byProfile(picture, IccProfile.channels(foreign.get())) : plain(picture);
    }

    /**
     * Eight bits with the picture's own profile still meaning what it meant. A profile of ink, which few formats and screens show, or of gray, which
     * would mean nothing when a later step brings colour in, is converted.
     */
    static Picture asItIs(Picture picture) {
        boolean isRgb = picture.profile()
                .filter(profile -> IccProfile.channels(profile) == 3)
                .isPresent();
        return isRgb ? coloured(picture).in(Interpretation.SRGB).eightBit() : toSrgb(picture);
    }

    private static Picture byProfile(Picture picture, int channels) {
        try {
            return (channels == 3 ? coloured(picture) : picture)
                    .operation("icc_transform")
                    .with("output-profile", "srgb")
                    .with("embedded", true)
                    .with("intent", "relative")
                    .with("depth", 8)
                    .picture();
        } catch (VipsException unusableProfile) {
            return plain(picture); // as every browser does
        }
    }

    private static Picture plain(Picture picture) {
        return picture.is(Interpretation.CMYK) ? DefaultCmykConversion.toSrgb(picture) : eightBit(picture);
    }

    private static Picture eightBit(Picture picture) {
        return picture.in(isGray(picture) ? Interpretation.GRAY : Interpretation.SRGB)
                .eightBit();
    }

    /** With three bands for a profile of three, where a gray picture has one of these. */
    private static Picture coloured(Picture picture) {
        if (picture.is(Interpretation.GRAY)) {
            return picture.in(Interpretation.SRGB);
        }
        return picture.is(Interpretation.GRAY_16) ? picture.in(Interpretation.RGB_16) : picture;
    }

    private static boolean isGray(Picture picture) {
        return picture.is(Interpretation.GRAY) || picture.is(Interpretation.GRAY_16);
    }
}
