package latent.render.colour;

import java.util.Optional;

/**
 * The colour space of a picture without a colour profile.
 *
 * @param primaries of its channels; of no account where it has one
 */
record ColourDescription(Primaries primaries, ToneCurve curve) {
    /**
     * The same as a colour profile.
     *
     * @param channels 1 or 3
     * @return empty for sRGB, which needs none
     */
    Optional<byte[]> profile(int channels) {
        boolean isSrgb = curve.equals(ToneCurve.SRGB) && (channels == 1 || primaries.equals(Primaries.BT709));
        if (isSrgb) {
            return Optional.empty();
        }
        return switch (channels) {
            case 1 -> Optional.of(ProfileWriter.gray(curve));
            case 3 -> ProfileWriter.rgb(primaries, curve);
            default -> Optional.empty();
        };
    }
}
