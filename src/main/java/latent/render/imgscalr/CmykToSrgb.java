package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Optional;

/** Converts CMYK pictures to sRGB, with their ICC profile or without one. */
final class CmykToSrgb {
    private CmykToSrgb() {}

    /**
     * Converts.
     *
     * @param ink      four samples a pixel, as the JDK's JPEG reader gives them: 255 is full ink where {@code inverted}, no ink elsewhere
     * @param profile  ICC profile of the picture; without one, red is (1 - cyan) * (1 - black) and so on, as in browsers
     * @param inverted the file has Adobe's marker
     */
    static BufferedImage convert(BufferedImage ink, Optional<byte[]> profile, boolean inverted) {
        int width = ink.getWidth();
        BufferedImage picture = new BufferedImage(width, ink.getHeight(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = Samples.data(picture);
        Optional<ProfileConversion> conversion = profile.flatMap(ProfileConversion::by);
        byte[] samples = new byte[4 * width];
        for (int y = 0; y < ink.getHeight(); y++) {
            read(ink.getRaster(), y, inverted, samples);
            if (conversion.isPresent()) {
                conversion.get().convert(samples, pixels, y * width);
            } else {
                plain(samples, pixels, y * width);
            }
        }
        return picture;
    }

    private static void read(Raster ink, int y, boolean inverted, byte[] samples) {
        int[] row = ink.getPixels(0, y, ink.getWidth(), 1, (int[]) null);
        for (int i = 0; i < row.length; i++) {
            samples[i] = (byte) (inverted ? row[i] : ~row[i]);
        }
    }

    private static void plain(byte[] ink, int[] pixels, int to) {
        for (int at = 0, out = to; at < ink.length; at += 4, out++) {
            int light = 255 - (ink[at + 3] & 0xff);
            pixels[out] = light(ink[at], light) << 16 | light(ink[at + 1], light) << 8 | light(ink[at + 2], light);
        }
    }

    private static int light(byte ink, int light) {
        return ((255 - (ink & 0xff)) * light + 127) / 255;
    }
}
