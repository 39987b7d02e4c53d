package latent.render.vips;

import latent.image.PixelRect;
import latent.image.PixelSize;

/** From the pixels of a picture to those of the same picture at another size. */
final class ScaledRect {
    private ScaledRect() {}

    /** The part that covers in {@code to} what {@code part} covers in {@code from}, within half a pixel. */
    static PixelRect of(PixelRect part, PixelSize from, PixelSize to) {
        if (from.equals(to)) {
            return part;
        }
        double across = (double) to.width() / from.width();
        double down = (double) to.height() / from.height();
        int left = Math.clamp(Math.round(part.left() * across), 0, to.width() - 1);
        int top = Math.clamp(Math.round(part.top() * down), 0, to.height() - 1);
        int right = Math.clamp(Math.round((part.left() + part.width()) * across), left + 1, to.width());
        int bottom = Math.clamp(Math.round((part.top() + part.height()) * down), top + 1, to.height());
        return new PixelRect(left, top, right - left, bottom - top);
    }
}
