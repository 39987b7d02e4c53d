package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Pictures without colour, and the brightness of those that have it. */
final class GrayPixels {
    private GrayPixels() {}

    /** The same picture with one channel instead of three, when it is opaque and holds no colour. */
    static BufferedImage slim(BufferedImage picture) {
        int[] pixels = Samples.data(picture);
        if (picture.getColorModel().hasAlpha() || !isGray(pixels)) {
            return picture;
        }
        BufferedImage gray = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] samples = data(gray);
        for (int i = 0; i < pixels.length; i++) {
            samples[i] = (byte) pixels[i];
        }
        return gray;
    }

    /** What JPEG calls Y (JFIF 1.02, "conversion to and from RGB"). */
    static byte[] luma(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return data(picture);
        }
        int[] pixels = Samples.data(picture);
        byte[] luma = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int sum = 299 * (pixels[i] >> 16 & 0xff) + 587 * (pixels[i] >> 8 & 0xff) + 114 * (pixels[i] & 0xff);
            luma[i] = (byte) ((sum + 500) / 1000);
        }
        return luma;
    }

    static byte[] data(BufferedImage gray) {
        return ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
    }

    private static boolean isGray(int[] pixels) {
        for (int pixel : pixels) {
            int blue = pixel & 0xff;
            if (blue != (pixel >> 8 & 0xff) || blue != (pixel >> 16 & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
