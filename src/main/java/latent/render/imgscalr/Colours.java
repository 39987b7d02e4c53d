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
import latent.render.imgscalr.Pixels.Channels;

/** From whatever the file's numbers mean to sRGB. */
final class Colours {
    private Colours() {}

    /** Gray and ink become RGB here; RGB keeps its numbers, which {@link #toSrgb} converts once the picture is small. */
    static BufferedImage rgb(Pixels pixels) {
        return switch (pixels.channels()) {
            case CMYK -> fromInk(pixels);
            case GRAY, GRAY_ALPHA, RGB, RGBA -> pack(pixels);
        };
    }

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
        for (int i = 0, at = 0; i < pixels.length; i++, at += 3) {
            pixels[i] = (pixels[i] & 0xff000000) | rgb(converted[at], converted[at + 1], converted[at + 2]);
        }
    }

    private static BufferedImage pack(Pixels pixels) {
        Channels channels = pixels.channels();
        BufferedImage picture = new BufferedImage(
                pixels.size().width(),
                pixels.size().height(),
                channels.alpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        int[] packed = data(picture);
        byte[] s = pixels.samples();
        int count = channels.count();
        int green = count > 2 ? 1 : 0;
        int blue = count > 2 ? 2 : 0;
        for (int i = 0, at = 0; i < packed.length; i++, at += count) {
            int alpha = channels.alpha() ? s[at + count - 1] << 24 : 0;
            packed[i] = alpha | rgb(s[at], s[at + green], s[at + blue]);
        }
        return picture;
    }

    private static BufferedImage fromInk(Pixels pixels) {
        BufferedImage picture =
                new BufferedImage(pixels.size().width(), pixels.size().height(), BufferedImage.TYPE_INT_RGB);
        int[] packed = data(picture);
        byte[] ink = pixels.samples();
        Optional<ICC_Profile> profile = pixels.profile()
                .filter(p -> p.getColorSpaceType() == ColorSpace.TYPE_CMYK && p.getNumComponents() == 4);
        if (profile.isPresent()) {
            byte[] converted = convert(ink, picture.getWidth(), picture.getHeight(), 4, profile.get());
            for (int i = 0, at = 0; i < packed.length; i++, at += 3) {
                packed[i] = rgb(converted[at], converted[at + 1], converted[at + 2]);
            }
            return picture;
        }
        for (int i = 0, at = 0; i < packed.length; i++, at += 4) {
            int light = 255 - (ink[at + 3] & 0xff);
            packed[i] = light(ink[at], light) << 16 | light(ink[at + 1], light) << 8 | light(ink[at + 2], light);
        }
        return picture;
    }

    /** Ink without a profile, as browsers show it. */
    private static int light(byte ink, int light) {
        return ((255 - (ink & 0xff)) * light + 127) / 255;
    }

    private static byte[] convert(byte[] samples, int width, int height, int channels, ICC_Profile profile) {
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

    private static int rgb(byte red, byte green, byte blue) {
        return (red & 0xff) << 16 | (green & 0xff) << 8 | (blue & 0xff);
    }

    /** The numbers of a picture of one of Java's int types. */
    static int[] data(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }
}
