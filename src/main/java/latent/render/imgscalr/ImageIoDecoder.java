package latent.render.imgscalr;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import latent.image.PixelRect;
import latent.image.PixelSize;

/** PNG, GIF and WebP: the first frame, decoded whole. */
final class ImageIoDecoder {
    private final ImageReaderSpi reader;

    ImageIoDecoder(ImageReaderSpi reader) {
        this.reader = reader;
    }

    Pixels decode(Decode job) throws IOException {
        ImageReader images = reader.createReaderInstance();
        try {
            Damage damage = new Damage();
            images.addIIOReadWarningListener(damage);
            images.setInput(new ByteArrayImageInputStream(job.original()), false, true);
            BufferedImage frame = images.read(0);
            damage.refuse();
            PixelSize size = job.header().stored();
            RowSource rows =
                    RowSource.of(FirstFrame.onCanvas(frame, size, job.header().format(), job.original()));
            RowSink sink = Reduction.of(job.region(), rows.channels(), job.wanted());
            byte[] row = new byte[size.width() * rows.channels().count()];
            PixelRect region = job.region();
            for (int y = region.top(); y < region.top() + region.height(); y++) {
                rows.read(y, row);
                sink.row(y, row);
            }
            return sink.finish(EmbeddedProfile.of(job.header().format(), job.original()));
        } finally {
            images.dispose();
        }
    }
}
