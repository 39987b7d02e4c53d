package latent.render.imgscalr;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import latent.image.ImageFormat;
import latent.image.PixelRect;
import latent.render.colour.SourceProfile;

/** WebP files: the first frame. The reader sees coded pixels alone; what is around them is read here. */
final class WebPDecoder {
    private final ImageReaderSpi reader;

    WebPDecoder(ImageReaderSpi reader) {
        this.reader = reader;
    }

    ProfiledImage decode(DecodeRequest request) throws IOException {
        WebPStill still = WebPStill.of(request.file(), request.header().stored());
        BufferedImage opaque = decoded(still.coded());
        BufferedImage picture =
                still.alpha().isPresent() ? WebPAlpha.over(opaque, still.alpha().get(), this::decoded) : opaque;
        PixelRect region = request.region();
        BufferedImage part = Samples.onCanvas(
                        picture, still.left(), still.top(), request.header().stored())
                .getSubimage(region.left(), region.top(), region.width(), region.height());
        Optional<byte[]> profile =
                SourceProfile.of(ImageFormat.WEBP, ByteBuffer.wrap(request.file()), still.profile(), 3);
        return new ProfiledImage(Samples.rgb(part), profile);
    }

    private BufferedImage decoded(byte[] file) throws IOException {
        WebPStill.checkDemands(file);
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
}
