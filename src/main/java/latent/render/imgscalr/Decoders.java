package latent.render.imgscalr;

import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** The reader for each format, found once. */
final class Decoders {
    private final JpegDecoder jpeg = new JpegDecoder(jdk("jpeg"));
    private final ImageIoDecoder png = new ImageIoDecoder(jdk("png"));
    private final ImageIoDecoder gif = new ImageIoDecoder(jdk("gif"));
    private final ImageIoDecoder webp = new ImageIoDecoder(any("webp"));

    JpegDecoder jpeg() {
        return jpeg;
    }

    Pixels decode(Decode job) throws IOException {
        return switch (job.header().format()) {
            case JPEG -> jpeg.decode(job);
            case PNG -> png.decode(job);
            case GIF -> gif.decode(job);
            case WEBP -> webp.decode(job);
            default -> throw new IllegalStateException("not in the repertoire");
        };
    }

    /** The JDK's own reader, also where a plug-in stands before it. */
    private static ImageReaderSpi jdk(String format) {
        for (Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format); readers.hasNext(); ) {
            ImageReaderSpi reader = readers.next().getOriginatingProvider();
            if (reader.getClass().getModule() == ImageIO.class.getModule()) {
                return reader;
            }
        }
        throw new IllegalStateException("this Java has no reader for " + format);
    }

    private static ImageReaderSpi any(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (readers.hasNext()) {
            return readers.next().getOriginatingProvider();
        }
        throw new IllegalStateException("no reader for " + format + " on the class path");
    }
}
