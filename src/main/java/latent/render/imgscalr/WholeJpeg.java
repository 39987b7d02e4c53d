package latent.render.imgscalr;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import latent.image.PixelRect;
import latent.render.imgscalr.Pixels.Channels;

/** A JPEG file of any kind, by the JDK's libjpeg, row by row. */
final class WholeJpeg {
    private WholeJpeg() {}

    static Pixels decode(ImageReaderSpi reader, Decode job, JpegSegments segments) throws IOException {
        ImageReader jpeg = reader.createReaderInstance();
        try {
            Damage damage = new Damage();
            jpeg.addIIOReadWarningListener(damage);
            Rows rows = read(jpeg, job, segments, segments.scans());
            if (rows.passes() != segments.scans()) {
                rows = read(jpeg, job, segments, rows.passes());
            }
            damage.refuse();
            Pixels pixels = rows.sink().finish(segments.profile());
            if (pixels.channels() == Channels.CMYK && !segments.inverted()) {
                invert(pixels.samples());
            }
            return pixels;
        } finally {
            jpeg.dispose();
        }
    }

    private record Rows(RowSink sink, int passes) {}

    private static Rows read(ImageReader jpeg, Decode job, JpegSegments segments, int lastPass) throws IOException {
        jpeg.setInput(new ByteArrayImageInputStream(segments.stripped()), true, true);
        ColorSpace space = jpeg.getImageTypes(0).next().getColorModel().getColorSpace();
        Channels channels = switch (space.getNumComponents()) {
            case 1 -> Channels.GRAY;
            case 3 -> Channels.RGB;
            case 4 -> Channels.CMYK;
            default -> throw new IOException("a JPEG of " + space.getNumComponents() + " channels");
        };
        PixelRect region = job.region();
        RowSink sink = Reduction.of(PixelRect.whole(region.size()), channels, job.wanted());
        RowRaster raster = new RowRaster(region.width(), region.height(), channels.count(), lastPass, sink);
        ImageReadParam how = jpeg.getDefaultReadParam();
        how.setSourceRegion(new Rectangle(region.left(), region.top(), region.width(), region.height()));
        how.setDestination(new BufferedImage(
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
                raster,
                false,
                null));
        jpeg.read(0, how);
        return new Rows(sink, raster.passes());
    }

    /** The JDK takes all ink for inverted, as Adobe stores it. */
    private static void invert(byte[] ink) {
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (byte) ~ink[i];
        }
    }
}
