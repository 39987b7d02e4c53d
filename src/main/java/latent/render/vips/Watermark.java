package latent.render.vips;

import java.lang.foreign.MemorySegment;
import latent.image.ImageFormat;
import latent.image.PixelSize;

/**
 * The watermark stands in the lower right corner, a margin of one fiftieth away from it, and takes at most a quarter of the width and of the
 * height; its own transparency is how faint it is.
 */
final class Watermark {
    private static final int PART = 4;
    private static final int MARGIN = 50;

    private Watermark() {}

    static Picture open(Session session, MemorySegment file) {
        Picture mark = Colour.toSrgb(new Loader(session, file).still(ImageFormat.PNG, 1));
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
        return mark.hasAlpha() ? mark.premultiply().resize(size).unpremultiply() : mark.resize(size);
    }
}
