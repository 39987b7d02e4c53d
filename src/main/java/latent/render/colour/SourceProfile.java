package latent.render.colour;

import java.nio.ByteBuffer;
import java.util.Optional;
import latent.image.ImageFormat;

/** Finds the colour profile of an original, the same for every engine. */
public final class SourceProfile {
    private SourceProfile() {}

    /**
     * The colour profile by which a picture is converted: its own, or one that is made of what its file says otherwise. A profile that cannot be used
     * counts as none, as in browsers.
     *
     * @param file     the whole file, which has passed the header gate
     * @param embedded the profile in it, as far as the engine knows; that of a PNG is looked for here
     * @param channels of colour: 1, 3, or 4 for ink
     * @return empty for sRGB, and for ink that nothing is known of
     */
    public static Optional<byte[]> of(ImageFormat format, ByteBuffer file, Optional<byte[]> embedded, int channels) {
        Optional<byte[]> usable = embedded.filter(profile -> IccProfile.isUsable(profile, channels));
        return switch (format) {
            case PNG -> inPng(PngColour.of(file), channels);
            case AVIF, HEIC ->
                usable.isPresent()
                        ? usable
                        : IsoMediaColour.of(file).flatMap(description -> description.profile(channels));
            default -> usable;
        };
    }

    private static Optional<byte[]> inPng(PngColour chunks, int channels) {
        Optional<byte[]> usable = chunks.profile().filter(profile -> IccProfile.isUsable(profile, channels));
        if (chunks.codePoints().isPresent()) {
            return chunks.codePoints().get().profile(channels);
        }
        if (usable.isPresent() || chunks.isSrgb()) {
            return usable;
        }
        return chunks.chromaticitiesAndGamma().flatMap(description -> description.profile(channels));
    }
}
