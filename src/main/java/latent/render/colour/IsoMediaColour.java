package latent.render.colour;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import latent.render.header.CodePoints;
import latent.render.header.CodedColour;
import latent.render.header.SegmentBytes;

/**
 * The colour space of an AVIF or HEIC file by its code points. The decoder has applied their matrix and range. As in Chromium, the curves of video
 * count as that of sRGB here, and so does a missing curve.
 */
final class IsoMediaColour {
    private static final int UNSPECIFIED = 2;
    private static final int SRGB = 13;

    private IsoMediaColour() {}

    /** Empty where the file says nothing, or cannot be read. */
    static Optional<ColourDescription> of(ByteBuffer file) {
        return CodedColour.of(
                        new SegmentBytes(MemorySegment.ofBuffer(file.duplicate().rewind())))
                .map(IsoMediaColour::described);
    }

    private static ColourDescription described(CodePoints points) {
        Primaries known = Primaries.of(points.primaries()).orElse(Primaries.BT709);
        int curve = points.transfer() == UNSPECIFIED ? SRGB : points.transfer();
        ToneCurve light = ToneCurve.of(curve).orElse(ToneCurve.SRGB);
        return new ColourDescription(known, light.equals(ToneCurve.VIDEO) ? ToneCurve.SRGB : light);
    }
}
