package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import latent.key.Adjustments;

/** What is done to the small picture, in this order: blur, sharpen, grayscale. */
final class Effects {
    private static final double SHARPEN_SIGMA = 1;

    private Effects() {}

    static void apply(BufferedImage picture, Adjustments adjustments) {
        adjustments.blur().ifPresent(tenths -> Blur.gaussian(picture, tenths / 10.0));
        adjustments.sharpen().ifPresent(tenths -> sharpen(picture, tenths / 10.0));
        if (adjustments.grayscale()) {
            gray(Colours.data(picture));
        }
    }

    /** Unsharp masking: what a small blur takes away is added {@code strength} times. */
    private static void sharpen(BufferedImage picture, double strength) {
        int[] pixels = Colours.data(picture);
        BufferedImage soft = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
        System.arraycopy(pixels, 0, Colours.data(soft), 0, pixels.length);
        Blur.gaussian(soft, SHARPEN_SIGMA);
        int[] blurred = Colours.data(soft);
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
