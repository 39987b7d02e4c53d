package latent.render.imgscalr;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import java.util.stream.IntStream;
import latent.render.colour.IccProfile;

/** From the colours of one profile to sRGB, row by row: a large picture is not copied as a whole. */
final class ProfileConversion {
    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    private final ColorSpace from;
    private final int channels;
    private final ColorConvertOp conversion = new ColorConvertOp(null); // keeps the transform from row to row

    private ProfileConversion(ICC_Profile profile) {
        this.from = new ICC_ColorSpace(profile);
        this.channels = profile.getNumComponents();
    }

    /** The conversion by a usable profile; empty when Java's colour management finds it broken nevertheless. */
    static Optional<ProfileConversion> by(byte[] profile) {
        try {
            ProfileConversion found = new ProfileConversion(ICC_Profile.getInstance(IccProfile.colorimetric(profile)));
            found.convert(new byte[found.channels], new int[1], 0); // a broken one is found out by its first pixel
            return Optional.of(found);
        } catch (CMMException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** Converts a picture of one of Java's int types in place; alpha stays as it is. */
    void convert(BufferedImage picture) {
        int width = picture.getWidth();
        int[] pixels = Samples.data(picture);
        byte[] row = new byte[channels * width];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0, at = 0; x < width; x++) {
                int pixel = pixels[y * width + x];
                if (channels == 3) {
                    row[at++] = (byte) (pixel >> 16);
                    row[at++] = (byte) (pixel >> 8);
                }
                row[at++] = (byte) pixel;
            }
            convert(row, pixels, y * width);
        }
    }

    /** Converts the samples of a row into pixels, from {@code to} on; what alpha these have stays. */
    void convert(byte[] samples, int[] pixels, int to) {
        int width = samples.length / channels;
        byte[] rgb = new byte[3 * width];
        conversion.filter(row(samples, channels, from), row(rgb, 3, SRGB));
        for (int at = 0, out = to; at < rgb.length; at += 3, out++) {
            pixels[out] = (pixels[out] & 0xff000000)
                    | (rgb[at] & 0xff) << 16
                    | (rgb[at + 1] & 0xff) << 8
                    | (rgb[at + 2] & 0xff);
        }
    }

    private static BufferedImage row(byte[] samples, int channels, ColorSpace space) {
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                samples.length / channels,
                1,
                samples.length,
                channels,
                IntStream.range(0, channels).toArray(),
                new Point());
        ComponentColorModel model =
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster, false, null);
    }
}
