package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.ImageOperations.Point;

/** An estimate of what draws the eye: edges and strong colours. */
final class SaliencyMap {
    /** Longer side of the picture that is analysed, in pixels. */
    private static final int SIDE_PIXELS = 160;

    /** How many steps of saturation weigh as much as one step of an edge. */
    private static final int COLOUR_PER_EDGE = 4;

    private SaliencyMap() {}

    /** The middle of the window with the most of it, in pixels of the picture. */
    static Point richestPoint(BufferedImage picture, PixelSize window) {
        double scale = Math.min(1, (double) SIDE_PIXELS / Math.max(picture.getWidth(), picture.getHeight()));
        PixelSize size = scaled(new PixelSize(picture.getWidth(), picture.getHeight()), scale);
        PixelRect best = richest(ScalrResize.to(size, picture), scaled(window, scale));
        return new Point((best.left() + best.width() / 2.0) / scale, (best.top() + best.height() / 2.0) / scale);
    }

    private static PixelSize scaled(PixelSize size, double scale) {
        return new PixelSize((int) Math.max(1, Math.round(size.width() * scale)), (int)
                Math.max(1, Math.round(size.height() * scale)));
    }

    /** The window of this size with the most of it; the one nearest to the middle among equals. */
    private static PixelRect richest(BufferedImage picture, PixelSize window) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        long[] sums = sums(Samples.data(picture), width, height);
        PixelRect best = new PixelRect(0, 0, window.width(), window.height());
        long most = -1;
        long nearest = Long.MAX_VALUE;
        for (int top = 0; top + window.height() <= height; top++) {
            for (int left = 0; left + window.width() <= width; left++) {
                long here = inside(sums, width + 1, left, top, window);
                long away =
                        Math.abs(2L * left + window.width() - width) + Math.abs(2L * top + window.height() - height);
                if (here > most || (here == most && away < nearest)) {
                    most = here;
                    nearest = away;
                    best = new PixelRect(left, top, window.width(), window.height());
                }
            }
        }
        return best;
    }

    /** Sums over all that lies above and to the left, so that any window costs four look-ups. */
    private static long[] sums(int[] pixels, int width, int height) {
        int stride = width + 1;
        long[] sums = new long[stride * (height + 1)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                int right = pixels[y * width + Math.min(x + 1, width - 1)];
                int below = pixels[Math.min(y + 1, height - 1) * width + x];
                int edge = difference(pixels[at], right) + difference(pixels[at], below);
                sums[(y + 1) * stride + x + 1] = edge
                        + saturation(pixels[at]) / COLOUR_PER_EDGE
                        + sums[y * stride + x + 1]
                        + sums[(y + 1) * stride + x]
                        - sums[y * stride + x];
            }
        }
        return sums;
    }

    private static long inside(long[] sums, int stride, int left, int top, PixelSize window) {
        int right = left + window.width();
        int bottom = top + window.height();
        return sums[bottom * stride + right]
                - sums[top * stride + right]
                - sums[bottom * stride + left]
                + sums[top * stride + left];
    }

    private static int difference(int one, int other) {
        return Math.abs((one >> 16 & 0xff) - (other >> 16 & 0xff))
                + Math.abs((one >> 8 & 0xff) - (other >> 8 & 0xff))
                + Math.abs((one & 0xff) - (other & 0xff));
    }

    private static int saturation(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
    }
}
