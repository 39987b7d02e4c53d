package latent.render.vips;

import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.ImageOperations.Point;

/** Finds the border of a picture, and the point that draws the eye. */
final class AttentionPoint {
    private AttentionPoint() {}

    static PixelRect contentBounds(Picture picture, int tolerancePercent) {
        int[] found = picture.operation("find_trim")
                .with("background", corner(picture))
                .with("threshold", tolerancePercent * 2.55)
                .with("line_art", true)
                .numbers("left", "top", "width", "height");
        boolean onlyBorder = found[2] < 1 || found[3] < 1;
        return onlyBorder ? PixelRect.whole(picture.size()) : new PixelRect(found[0], found[1], found[2], found[3]);
    }

    static Point salientPoint(Picture picture, PixelSize window) {
        int[] point = picture.session()
                .operation("smartcrop")
                .with("input", picture)
                .with("width", window.width())
                .with("height", window.height())
                .with("interesting", "attention")
                .numbers("attention-x", "attention-y");
        return new Point(point[0], point[1]);
    }

    /** The colour of the upper left pixel, as libvips reads one. */
    private static String corner(Picture picture) {
        StringBuilder colour = new StringBuilder();
        int alpha = picture.hasAlpha() ? 1 : 0;
        byte[] pixel = picture.cut(new PixelRect(0, 0, 1, 1))
                .operation("rawsave_buffer")
                .bytes();
        for (int band = 0; band < picture.bands() - alpha; band++) {
            colour.append(pixel[band] & 0xff).append(' ');
        }
        return colour.toString().strip();
    }
}
