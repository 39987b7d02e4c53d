package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.render.WatermarkPlace;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;

/** A watermark, at its {@link WatermarkPlace}; its own transparency is how faint it is. */
final class Watermark {
    private static final HeaderGate GATE = new HeaderGate(Limits.DEFAULT);
    private static final long HEAD_BYTES = 64 << 10;

    private Watermark() {}

    /** @throws latent.refusal.Refusal when the file that the configuration names is no picture */
    static Picture open(Session session, MemorySegment file) {
        byte[] head = file.asSlice(0, Math.min(HEAD_BYTES, file.byteSize())).toArray(JAVA_BYTE);
        ImageHeader header = GATE.admit(head, file.byteSize()).orElseThrow();
        Picture mark = Colour.toSrgb(new Loader(session, file, header).still(1));
        return mark.in(Interpretation.SRGB).inMemory();
    }

    static Picture on(Picture picture, Picture mark) {
        PixelRect place = WatermarkPlace.of(mark.size(), picture.size());
        Picture marked = picture.session()
                .operation("composite2")
                .with("base", picture.in(Interpretation.SRGB))
                .with("overlay", Resize.to(place.size(), mark))
                .with("mode", "over")
                .with("x", place.left())
                .with("y", place.top())
                .picture()
                .eightBit();
        return picture.hasAlpha()
                ? marked
                : marked.operation("extract_band").with("band", 0).with("n", 3).picture();
    }
}
