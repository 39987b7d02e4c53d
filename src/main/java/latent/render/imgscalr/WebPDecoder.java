package latent.render.imgscalr;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import latent.image.ImageFormat;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.colour.SourceProfile;

/** WebP files in lossless coding: the first frame. The reader's lossy decoder gives wrong pictures. */
final class WebPDecoder {
    private final ImageReaderSpi reader;

    WebPDecoder(ImageReaderSpi reader) {
        this.reader = reader;
    }

    ProfiledImage decode(DecodeRequest request) throws IOException {
        WebPStill still = WebPStill.of(request.file());
        if (still.lossless().isEmpty()) {
            throw new Refusal(
                    Reason.UNSUPPORTED_FORMAT,
                    "Lossy WebP pictures cannot be read by the portable engine; the vips engine reads them.");
        }
        BufferedImage decoded = decoded(still.lossless().get());
        PixelRect region = request.region();
        BufferedImage part = onCanvas(decoded, still, request.header().stored())
                .getSubimage(region.left(), region.top(), region.width(), region.height());
        Optional<byte[]> profile =
                SourceProfile.of(ImageFormat.WEBP, ByteBuffer.wrap(request.file()), still.profile(), 3);
        return new ProfiledImage(Samples.rgb(part), profile);
    }

    private BufferedImage decoded(byte[] file) throws IOException {
        ImageReader images = reader.createReaderInstance();
        try {
            DecoderWarnings warnings = new DecoderWarnings();
            images.addIIOReadWarningListener(warnings);
            images.setInput(new ByteArrayImageInputStream(file), false, true);
            BufferedImage decoded = images.read(0);
            warnings.refuse();
            return decoded;
        } finally {
            images.dispose();
        }
    }

    private static BufferedImage onCanvas(BufferedImage frame, WebPStill still, PixelSize size) {
        if (frame.getWidth() == size.width() && frame.getHeight() == size.height()) {
            return frame;
        }
        BufferedImage canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = canvas.createGraphics();
        brush.drawImage(frame, still.left(), still.top(), null);
        brush.dispose();
        return canvas;
    }
}
