package latent.render.imgscalr;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** From the colours of a profile to sRGB. */
final class Colours {
    private Colours() {}

    /** Converts a small RGB picture in place from its profile to sRGB; alpha stays as it is. */
    static void toSrgb(BufferedImage picture, Optional<ICC_Profile> profile) {
        if (profile.isEmpty()
                || profile.get().getColorSpaceType() != ColorSpace.TYPE_RGB
                || Profiles.isSrgb(profile.get())) {
            return;
        }
        int[] pixels = data(picture);
        byte[] samples = new byte[pixels.length * 3];
        for (int i = 0, at = 0; i < pixels.length; i++) {
            samples[at++] = (byte) (pixels[i] >> 16);
            samples[at++] = (byte) (pixels[i] >> 8);
            samples[at++] = (byte) pixels[i];
        }
        byte[] converted = convert(samples, picture.getWidth(), picture.getHeight(), 3, profile.get());
        pack(converted, pixels, 0);
    }

    /** RGB samples into pixels, from {@code to} on; their alpha stays. */
    static void pack(byte[] rgb, int[] pixels, int to) {
        for (int at = 0, out = to; at < rgb.length; at += 3, out++) {
            pixels[out] = (pixels[out] & 0xff000000)
                    | (rgb[at] & 0xff) << 16
                    | (rgb[at + 1] & 0xff) << 8
                    | (rgb[at + 2] & 0xff);
        }
    }

    /** From the colours of a profile to three bytes of sRGB a pixel. */
    static byte[] convert(byte[] samples, int width, int height, int channels, ICC_Profile profile) {
        ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        BufferedImage from = wrap(samples, width, height, channels, new ICC_ColorSpace(profile));
        byte[] converted = new byte[width * height * 3];
        new ColorConvertOp(null).filter(from, wrap(converted, width, height, 3, srgb));
        return converted;
    }

    private static BufferedImage wrap(byte[] samples, int width, int height, int channels, ColorSpace space) {
        int[] offsets = new int[channels];
        for (int i = 0; i < channels; i++) {
            offsets[i] = i;
        }
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                width,
                height,
                width * channels,
                channels,
                offsets,
                new Point());
        ComponentColorModel model =
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }

    /** The numbers of a picture of one of Java's int types. */
    static int[] data(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }
}
