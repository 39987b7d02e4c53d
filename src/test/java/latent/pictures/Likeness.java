package latent.pictures;

import java.awt.image.BufferedImage;

/** Visible differences between two pictures of one size. */
public final class Likeness {
    private Likeness() {}

    /** Mean CIE76 colour difference; below 1 nobody sees it, above 5 anybody does. */
    public static double meanDeltaE(BufferedImage one, BufferedImage other) {
        sameSize(one, other);
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                double[] a = lab(one.getRGB(x, y));
                double[] b = lab(other.getRGB(x, y));
                sum += Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
            }
        }
        return sum / one.getWidth() / one.getHeight();
    }

    /** The picture made smaller: each pixel is the mean of the pixels it covers. */
    public static BufferedImage reduced(BufferedImage picture, int width, int height) {
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * picture.getHeight() / height);
            int bottom = Math.max(top + 1, (int) ((y + 1L) * picture.getHeight() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * picture.getWidth() / width);
                int right = Math.max(left + 1, (int) ((x + 1L) * picture.getWidth() / width));
                reduced.setRGB(x, y, mean(picture, left, top, right, bottom));
            }
        }
        return reduced;
    }

    private static int mean(BufferedImage picture, int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = picture.getRGB(x, y);
                red += rgb >> 16 & 0xff;
                green += rgb >> 8 & 0xff;
                blue += rgb & 0xff;
            }
        }
        int area = (right - left) * (bottom - top);
        return mean(red, area) << 16 | mean(green, area) << 8 | mean(blue, area);
    }

    private static int mean(long sum, int count) {
        return (int) ((sum + count / 2) / count);
    }

    private static double[] lab(int rgb) {
        double r = linear(rgb >> 16 & 0xff);
        double g = linear(rgb >> 8 & 0xff);
        double b = linear(rgb & 0xff);
        double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
        double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
        double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double linear(int channel) {
        double v = channel / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double root(double v) {
        return v > 0.008856 ? Math.cbrt(v) : 7.787 * v + 16.0 / 116;
    }

    private static double square(double v) {
        return v * v;
    }

    private static void sameSize(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            throw new AssertionError(
                    one.getWidth() + "x" + one.getHeight() + " against " + other.getWidth() + "x" + other.getHeight());
        }
    }
}
