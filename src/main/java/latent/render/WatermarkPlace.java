package latent.render;

import latent.image.PixelRect;
import latent.image.PixelSize;

/**
 * Where a watermark stands: in the lower right corner, a margin of one fiftieth away from it, on at most a quarter of the width and of the height,
 * and never larger than it is.
 */
public final class WatermarkPlace {
    private static final int PART = 4;
    private static final int MARGIN = 50;

    private WatermarkPlace() {}

    /** The part of a picture that a watermark of this size is scaled to. */
    public static PixelRect of(PixelSize mark, PixelSize picture) {
        double scale = Math.min(1, picture.times(mark) / PART);
        int width = (int) Math.max(1, Math.round(mark.width() * scale));
        int height = (int) Math.max(1, Math.round(mark.height() * scale));
        return new PixelRect(
                picture.width() - width - picture.width() / MARGIN,
                picture.height() - height - picture.height() / MARGIN,
                width,
                height);
    }
}
