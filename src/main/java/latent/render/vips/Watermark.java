package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;

/**
 * The watermark stands in the lower right corner, a margin of one fiftieth away from it, and takes at most a quarter of the width and of the
 * height; its own transparency is how faint it is.
 */
final class Watermark {
    private static final HeaderGate GATE = new HeaderGate(Limits.DEFAULT);
    private static final long HEAD_BYTES = 64 << 10;
    private static final int PART = 4;
    private static final int MARGIN = 50;

    private Watermark() {}

    /** @throws latent.refusal.Refusal when the file that the configuration names is no picture */
    static Picture open(Session session, MemorySegment file) {
        byte[] head = file.asSlice(0, Math.min(HEAD_BYTES, file.byteSize())).toArray(JAVA_BYTE);
        ImageHeader header = GATE.admit(head, file.byteSize()).orElseThrow();
        Picture mark = Colour.toSrgb(new Loader(session, file, header).still(1));
        return mark.in(Interpretation.SRGB).inMemory();
    }

    static Picture on(Picture picture, Picture mark) {
        PixelSize size = picture.size();
        Picture scaled = scaled(mark, size);
        Picture marked = picture.session()
                .operation("composite2")
                .with("base", picture.in(Interpretation.SRGB))
                .with("overlay", scaled)
                .with("mode", "over")
                .with("x", size.width() - scaled.size().width() - size.width() / MARGIN)
                .with("y", size.height() - scaled.size().height() - size.height() / MARGIN)
                .picture()
                .eightBit();
        return picture.hasAlpha()
                ? marked
                : marked.operation("extract_band").with("band", 0).with("n", 3).picture();
    }

    private static Picture scaled(Picture mark, PixelSize picture) {
        double scale = Math.min(
                1,
                Math.min(
                        (double) picture.width() / PART / mark.size().width(),
                        (double) picture.height() / PART / mark.size().height()));
        PixelSize size = new PixelSize((int) Math.max(1, Math.round(mark.size().width() * scale)), (int)
                Math.max(1, Math.round(mark.size().height() * scale)));
        return Resize.to(size, mark);
    }
}
