package latent.render.imgscalr;

import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** The reader for each format, found once. */
final class ImageReaders {
    private final JpegDecoder jpeg = new JpegDecoder(jdk("jpeg"));
    private final ImageIoDecoder png = new ImageIoDecoder(jdk("png"));
    private final ImageIoDecoder gif = new ImageIoDecoder(jdk("gif"));
    private final WebPDecoder webp = new WebPDecoder(any("webp"));

    JpegDecoder jpeg() {
        return jpeg;
    }

    /** @throws Refusal when the file is damaged */
    ProfiledImage decode(DecodeRequest request) {
        try {
            return read(request);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException | StackOverflowError | InternalError e) {
            // ImageIO's readers throw all of these on damaged files. No cause goes with it: it names our insides.
            throw new Refusal(Reason.NOT_A_PICTURE, "The original is damaged or not a whole picture.")
                    .withDetail(e.toString());
        }
    }

    private ProfiledImage read(DecodeRequest request) throws IOException {
        return switch (request.header().format()) {
            case JPEG -> jpeg.decode(request);
            case PNG -> png.decode(request);
            case GIF -> gif.decode(request);
            case WEBP -> webp.decode(request);
            case BMP -> BitmapPictures.decode(request);
            case ICO -> BitmapPictures.decodeIcon(request, png);
            default ->
                throw new IllegalStateException(
                        "no reader of " + request.header().format());
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
