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
import latent.render.jpeg.Planes;
import latent.render.jpeg.ShrunkJpeg;

/** JPEG: shrunk while it is decoded where it becomes much smaller, else by the JDK's libjpeg, row by row into {@link BoxShrink}. */
final class JpegDecoder {
    /** More would be slower and look worse: what imgscalr shrinks, it aliases a little. */
    private static final double SHRINK_HEADROOM = 1;

    private final ImageReaderSpi reader;

    JpegDecoder(ImageReaderSpi reader) {
        this.reader = reader;
    }

    Pixels decode(Decode job) throws IOException {
        JpegSegments segments = JpegSegments.of(job.original());
        int shrink = shrink(job);
        if (shrink > 1) {
            try {
                return shrunk(job, segments, shrink);
            } catch (IOException e) {
                // A rare kind, or damaged: libjpeg has the last word on both.
                return whole(job, segments);
            }
        }
        return whole(job, segments);
    }

    /** The largest of 8, 4, 2 and 1 that leaves more pixels than are wanted. */
    private static int shrink(Decode job) {
        int factor = BoxShrink.factor(job.region().size(), job.wanted(), SHRINK_HEADROOM);
        return Math.min(8, Integer.highestOneBit(factor));
    }

    private static Pixels shrunk(Decode job, JpegSegments segments, int shrink) throws IOException {
        Planes planes = ShrunkJpeg.decode(segments.stripped(), shrink);
        PixelRect whole = job.region();
        int left = Math.min(whole.left() / shrink, planes.size().width() - 1);
        int top = Math.min(whole.top() / shrink, planes.size().height() - 1);
        PixelRect region = new PixelRect(
                left,
                top,
                Math.clamp(
                        (whole.width() + shrink - 1) / shrink, 1, planes.size().width() - left),
                Math.clamp(
                        (whole.height() + shrink - 1) / shrink, 1, planes.size().height() - top));
        Channels channels = planes.channels() == 1 ? Channels.GRAY : Channels.RGB;
        BoxShrink box = new BoxShrink(region, channels, BoxShrink.factor(region.size(), job.wanted(), SHRINK_HEADROOM));
        byte[] row = new byte[planes.size().width() * channels.count()];
        for (int y = region.top(); y < region.top() + region.height(); y++) {
            planes.read(y, row);
            box.row(y, row);
        }
        return box.finish(segments.profile());
    }

    private Pixels whole(Decode job, JpegSegments segments) throws IOException {
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
