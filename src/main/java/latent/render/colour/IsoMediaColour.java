package latent.render.colour;

import java.nio.ByteBuffer;
import java.util.Optional;
import latent.render.header.PrimaryColour;

/**
 * The colours of an AVIF or HEIC file by its code points. The decoder has applied their matrix and range. As in Chromium, the curves of video count
 * as that of sRGB here, and so does a missing curve.
 */
final class IsoMediaColour {
    private static final int UNSPECIFIED = 2;
    private static final int SRGB = 13;

    private IsoMediaColour() {}

    /** Empty where the file says nothing, or cannot be read. */
    static Optional<ColourDescription> of(ByteBuffer file) {
        return PrimaryColour.of(file).map(IsoMediaColour::description);
    }

    private static ColourDescription description(PrimaryColour colour) {
        Primaries primaries = Primaries.of(colour.primaries()).orElse(Primaries.BT709);
        int transfer = colour.transfer() == UNSPECIFIED ? SRGB : colour.transfer();
        ToneCurve curve = ToneCurve.of(transfer).orElse(ToneCurve.SRGB);
        return new ColourDescription(primaries, curve.equals(ToneCurve.VIDEO) ? ToneCurve.SRGB : curve);
    }
}
