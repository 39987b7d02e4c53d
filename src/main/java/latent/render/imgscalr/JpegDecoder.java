package latent.render.imgscalr;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import latent.image.ImageFormat;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.colour.SourceProfile;
import latent.render.jpeg.DecoderVerdict;
import latent.render.jpeg.JpegFile;
import latent.render.jpeg.ScanLimit;

/** JPEG files of any kind that the JDK's libjpeg reads. */
final class JpegDecoder {
    private final ImageReaderSpi reader;

    JpegDecoder(ImageReaderSpi reader) {
        this.reader = reader;
    }

    ProfiledImage decode(DecodeRequest request) throws IOException {
        JpegFile file = JpegFile.of(MemorySegment.ofArray(request.file()));
        ScanLimit.require(file);
        JpegSegments segments =
                JpegSegments.of(file.isMended() ? file.bytes().toArray(ValueLayout.JAVA_BYTE) : request.file());
        if (segments.arithmetic()) {
            throw new Refusal(
                    Reason.UNSUPPORTED_FORMAT,
                    "JPEG pictures in arithmetic coding cannot be read here; that takes libvips.");
        }
        ImageReader jpeg = reader.createReaderInstance();
        try {
            DecoderWarnings warnings = new DecoderWarnings();
            jpeg.addIIOReadWarningListener(warnings);
            jpeg.setInput(new ByteArrayImageInputStream(segments.stripped()), true, true);
            BufferedImage decoded = jpeg.read(0, request.cutAndSubsample(jpeg.getDefaultReadParam()));
            if (DecoderVerdict.isDamaged(file, warnings.texts(), true)) {
                throw new IOException(warnings.texts().getFirst());
            }
            int channels = decoded.getRaster().getNumBands();
            Optional<byte[]> profile =
                    SourceProfile.of(ImageFormat.JPEG, ByteBuffer.wrap(request.file()), segments.profile(), channels);
            return channels == 4
                    ? ProfiledImage.srgb(CmykToSrgb.convert(decoded, profile, segments.inverted()))
                    : new ProfiledImage(Samples.rgb(decoded), profile);
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
                return GrayPixels.data(gray);
            } finally {
                jpeg.dispose();
            }
        } catch (IOException e) {
            throw new FaultException(Fault.RENDER_FAILED, "ImageIO cannot read the JPEG file that it wrote: " + e);
        }
    }
}
