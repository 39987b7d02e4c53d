package latent.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/** Vertical stripes of two colours, one pixel wide, on the left half; the right half is transparent. Reduced, they are the mean of their light. */
public record ThinStripes(Color one, Color other) {
    public BufferedImage drawn(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width / 2; x++) {
                picture.setRGB(x, y, (x % 2 == 0 ? one : other).getRGB());
            }
        }
        return picture;
    }

    /** The same on a white ground. */
    public BufferedImage opaque(int width, int height) {
        BufferedImage picture = Pictures.plain(width, height, Color.WHITE);
        picture.getGraphics().drawImage(drawn(width, height), 0, 0, null);
        return picture;
    }

    /** The same with 16 bits a channel. */
    public BufferedImage wide(int width, int height) {
        BufferedImage picture = Pictures.sixteenBit(width, height, 0, 0, 0, 0);
        WritableRaster raster = picture.getRaster();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width / 2; x++) {
                raster.setPixel(x, y, channels(x % 2 == 0 ? one : other, 257));
            }
        }
        return picture;
    }

    /** Red, green, blue and alpha, by IEC 61966-2-1: each stripe counts by its alpha. */
    public int[] reduced() {
        int[] a = channels(one, 1);
        int[] b = channels(other, 1);
        int[] mean = new int[4];
        for (int i = 0; i < 3; i++) {
            mean[i] = number((light(a[i]) * a[3] + light(b[i]) * b[3]) / (a[3] + b[3]));
        }
        mean[3] = (a[3] + b[3]) / 2;
        return mean;
    }

    private static int[] channels(Color colour, int times) {
        return new int[] {
            colour.getRed() * times, colour.getGreen() * times, colour.getBlue() * times, colour.getAlpha() * times
        };
    }

    private static double light(int number) {
        double v = number / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static int number(double light) {
        return (int) Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055));
    }
}
