package latent.render.imgscalr;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.WatermarkPlace;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;

/** A watermark, at its {@link WatermarkPlace}; its own transparency is how faint it is. */
final class Watermark {
    private Watermark() {}

    static void on(BufferedImage picture, byte[] file, ImageReaders decoders) {
        ImageHeader header =
                new HeaderGate(Limits.DEFAULT).admit(file, file.length).orElseThrow();
        PixelSize size = header.upright();
        PixelRect place = WatermarkPlace.of(size, new PixelSize(picture.getWidth(), picture.getHeight()));
        BufferedImage mark = new Source(decoders, file, header)
                .read(PixelRect.whole(size), Orientation.TOP_LEFT, place.size())
                .inSrgb();
        Graphics2D brush = picture.createGraphics();
        brush.drawImage(mark, place.left(), place.top(), null);
        brush.dispose();
    }
}
