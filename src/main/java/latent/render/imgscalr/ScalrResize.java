package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import latent.image.PixelSize;
import org.imgscalr.Scalr;

/** Resizes with imgscalr; no other class calls it. */
final class ScalrResize {
    private ScalrResize() {}

    /**
     * Exactly this size, by bicubic interpolation. Down to twice the size in halves, which keeps the first step small in memory; from there in steps
     * of a seventh, which average what bicubic's four pixels would skip.
     */
    static BufferedImage to(PixelSize size, BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        if (width == size.width() && height == size.height()) {
            return Samples.packed(picture);
        }
        boolean large = width > 2 * size.width() && height > 2 * size.height();
        BufferedImage near =
                large ? resize(picture, Scalr.Method.QUALITY, 2 * size.width(), 2 * size.height()) : picture;
        BufferedImage fine = resize(near, Scalr.Method.ULTRA_QUALITY, size.width(), size.height());
        // Scalr stops short of sides below seven pixels, of which a seventh is nothing.
        return resize(fine, Scalr.Method.QUALITY, size.width(), size.height());
    }

    private static BufferedImage resize(BufferedImage picture, Scalr.Method method, int width, int height) {
        return picture.getWidth() == width && picture.getHeight() == height
                ? picture
                : Scalr.resize(picture, method, Scalr.Mode.FIT_EXACT, width, height);
    }
}
