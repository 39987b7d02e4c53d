package latent.render.imgscalr;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import latent.image.ImageFormat;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.ShrinkOnLoad;

/** JPEG: shrunk while it is decoded where it becomes much smaller, else whole, by the JDK's libjpeg. */
final class JpegDecoder {
    private final ImageReaderSpi reader;

    JpegDecoder(ImageReaderSpi reader) {
        this.reader = reader;
    }

    Pixels decode(Decode job) throws IOException {
        JpegSegments segments = JpegSegments.of(job.original());
        if (segments.arithmetic()) {
            throw new Refusal(Reason.UNSUPPORTED_FORMAT, "JPEG pictures in arithmetic coding cannot be read here.");
        }
        int shrink = shrink(job);
        if (shrink > 1) {
            try {
                return SmallJpeg.decode(job, segments, shrink);
            } catch (IOException e) {
                // A rare kind, or damaged: libjpeg has the last word on both.
                return WholeJpeg.decode(reader, job, segments);
            }
        }
        return WholeJpeg.decode(reader, job, segments);
    }

    private static int shrink(Decode job) {
        return (int) ShrinkOnLoad.factor(ImageFormat.JPEG, job.region().size().times(job.wanted()));
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
}
