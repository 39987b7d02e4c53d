package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import latent.key.Blur;
import latent.key.Effect;
import latent.key.Grayscale;
import latent.key.Sharpen;

/** The effects on the resized picture. */
final class JavaEffects {
    private static final double SHARPEN_SIGMA = 1;

    private JavaEffects() {}

    static void apply(BufferedImage picture, Effect effect) {
        switch (effect) {
            case Blur blur -> GaussianBlur.gaussian(picture, blur.sigmaTenths() / 10.0);
            case Sharpen sharpen -> sharpen(picture, sharpen.strengthTenths() / 10.0);
            case Grayscale gray -> gray(Samples.data(picture));
        }
    }

    /** Unsharp masking: what a small blur takes away is added {@code strength} times. */
    private static void sharpen(BufferedImage picture, double strength) {
        int[] pixels = Samples.data(picture);
        BufferedImage soft = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
        System.arraycopy(pixels, 0, Samples.data(soft), 0, pixels.length);
        GaussianBlur.gaussian(soft, SHARPEN_SIGMA);
        int[] blurred = Samples.data(soft);
        for (int i = 0; i < pixels.length; i++) {
            int sharp = pixels[i] & 0xff000000;
            for (int shift = 0; shift < 24; shift += 8) {
                int value = pixels[i] >> shift & 0xff;
                double detail = value - (blurred[i] >> shift & 0xff);
                sharp |= Math.clamp(Math.round(value + strength * detail), 0, 255) << shift;
            }
            pixels[i] = sharp;
        }
    }

    /** By luminance, which is a sum of light, not of the numbers that stand for it. */
    private static void gray(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            double luminance = 0.2126 * SrgbCurve.of(pixels[i] >> 16 & 0xff)
                    + 0.7152 * SrgbCurve.of(pixels[i] >> 8 & 0xff)
                    + 0.0722 * SrgbCurve.of(pixels[i] & 0xff);
            pixels[i] = (pixels[i] & 0xff000000) | SrgbCurve.number(luminance) * 0x010101;
        }
    }
}
