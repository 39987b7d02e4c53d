package latent.render.imgscalr;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.ImageReaderSpi;
import latent.image.ImageFormat;
import latent.image.PixelRect;
import latent.render.colour.SourceProfile;
import latent.render.gif.FirstFrameCodes;
import latent.render.gif.GifFile;
import latent.render.gif.GifFrame;
import latent.render.gif.GifFrames;

/** PNG and GIF: the first frame. */
final class ImageIoDecoder {
    private static final int PNG_COLOUR_TYPE = 25;

    private final ImageReaderSpi reader;

    ImageIoDecoder(ImageReaderSpi reader) {
        this.reader = reader;
    }

    ProfiledImage decode(DecodeRequest request) throws IOException {
        ImageFormat format = request.header().format();
        if (format == ImageFormat.GIF && !GifFile.isWhole(MemorySegment.ofArray(request.file()), 1)) {
            throw new IOException("a GIF frame of too few pixels, or too many");
        }
        byte[] file = asTheReaderNeedsIt(format, request.file());
        ImageReader images = reader.createReaderInstance();
        try {
            DecoderWarnings warnings = new DecoderWarnings();
            images.addIIOReadWarningListener(warnings);
            images.setInput(new ByteArrayImageInputStream(file), false, true);
            BufferedImage decoded =
                    format == ImageFormat.PNG ? png(images, request) : part(images.read(0), file, request);
            warnings.refuse();
            return new ProfiledImage(Samples.rgb(decoded), profile(format, request.file()));
        } finally {
            images.dispose();
        }
    }

    private static byte[] asTheReaderNeedsIt(ImageFormat format, byte[] file) {
        return format == ImageFormat.PNG ? GrayTransparency.asPalette(file) : FirstFrameCodes.plain(file);
    }

    private static Optional<byte[]> profile(ImageFormat format, byte[] file) {
        int colourType = file[PNG_COLOUR_TYPE]; // of a PNG; 0 and 4 are gray
        int channels = colourType == 0 || colourType == 4 ? 1 : 3;
        return SourceProfile.of(format, ByteBuffer.wrap(file), Optional.empty(), channels);
    }

    /** Whole, for a drawing's thin lines would fall between the pixels that subsampling keeps; in eight bits from the start. */
    private static BufferedImage png(ImageReader reader, DecodeRequest request) throws IOException {
        ImageReadParam param = request.cut(reader.getDefaultReadParam());
        ImageTypeSpecifier type = reader.getImageTypes(0).next();
        if (type.getNumBands() >= 3) {
            param.setDestination(new BufferedImage(
                    request.region().width(),
                    request.region().height(),
                    type.getNumBands() == 4 ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB));
        }
        return reader.read(0, param);
    }

    /** A frame of an animation may be smaller than its canvas, so these are decoded whole. */
    private static BufferedImage part(BufferedImage frame, byte[] file, DecodeRequest request) {
        PixelRect region = request.region();
        GifFrame first = GifFrames.of(ByteBuffer.wrap(file)).getFirst();
        return Samples.onCanvas(
                        frame, first.left(), first.top(), request.header().stored())
                .getSubimage(region.left(), region.top(), region.width(), region.height());
    }
}
