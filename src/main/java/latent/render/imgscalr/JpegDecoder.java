package latent.render.imgscalr;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import latent.image.PixelRect;
import latent.render.imgscalr.Pixels.Channels;

/** JPEG through the JDK's libjpeg, row by row into {@link BoxShrink}. */
final class JpegDecoder {
    private final ImageReaderSpi reader;

    JpegDecoder(ImageReaderSpi reader) {
        this.reader = reader;
    }

    Pixels decode(Decode job) throws IOException {
        JpegSegments segments = JpegSegments.of(job.original());
        ImageReader jpeg = reader.createReaderInstance();
        try {
            Damage damage = new Damage();
            jpeg.addIIOReadWarningListener(damage);
            jpeg.setInput(new ByteArrayImageInputStream(segments.stripped()), true, true);
            ColorSpace space = jpeg.getImageTypes(0).next().getColorModel().getColorSpace();
            Channels channels = switch (space.getNumComponents()) {
                case 1 -> Channels.GRAY;
                case 3 -> Channels.RGB;
                case 4 -> Channels.CMYK;
                default -> throw new IOException("a JPEG of " + space.getNumComponents() + " channels");
            };
            PixelRect region = job.region();
            BoxShrink shrink = new BoxShrink(PixelRect.whole(region.size()), channels, job.factor());
            ImageReadParam how = jpeg.getDefaultReadParam();
            how.setSourceRegion(new Rectangle(region.left(), region.top(), region.width(), region.height()));
            how.setDestination(new BufferedImage(
                    new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
                    new RowRaster(region.width(), region.height(), channels.count(), shrink),
                    false,
                    null));
            jpeg.read(0, how);
            damage.refuse();
            Pixels pixels = shrink.finish(segments.profile());
            if (channels == Channels.CMYK && !segments.inverted()) {
                invert(pixels.samples());
            }
            return pixels;
        } finally {
            jpeg.dispose();
        }
    }

    /** The brightness of a JPEG file of our own making, which libjpeg gives without computing the colours. */
    byte[] luma(byte[] file) {
        try {
            ImageReader jpeg = reader.createReaderInstance();
            try {
                jpeg.setInput(new ByteArrayImageInputStream(file), true, true);
                ImageReadParam how = jpeg.getDefaultReadParam();
                BufferedImage gray =
                        new BufferedImage(jpeg.getWidth(0), jpeg.getHeight(0), BufferedImage.TYPE_BYTE_GRAY);
                how.setDestination(gray);
                jpeg.read(0, how);
                return Grays.data(gray);
            } finally {
                jpeg.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a JPEG file of our own cannot be read", e);
        }
    }

    /** The JDK takes all ink for inverted, as Adobe stores it. */
    private static void invert(byte[] ink) {
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (byte) ~ink[i];
        }
    }
}
