package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import latent.image.PixelRect;
import latent.image.PixelSize;

/** A border of the colour of the upper left corner. */
final class BorderSearch {
    private BorderSearch() {}

    /** What is left without it; all of the picture when there is nothing else. */
    static PixelRect without(BufferedImage picture, int tolerancePercent) {
        int[] pixels = Samples.data(picture);
        int width = picture.getWidth();
        int height = picture.getHeight();
        int tolerance = (int) (tolerancePercent * 2.55);
        int left = width;
        int top = height;
        int right = -1;
        int bottom = -1;
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at++) {
                if (differ(pixels[0], pixels[at], tolerance)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0
                ? PixelRect.whole(new PixelSize(width, height))
                : new PixelRect(left, top, right - left + 1, bottom - top + 1);
    }

    private static boolean differ(int one, int other, int tolerance) {
        for (int shift = 0; shift < 32; shift += 8) {
            if (Math.abs((one >>> shift & 0xff) - (other >>> shift & 0xff)) > tolerance) {
                return true;
            }
        }
        return false;
    }
}
