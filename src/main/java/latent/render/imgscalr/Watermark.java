package latent.render.imgscalr;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;

/**
 * The watermark stands in the lower right corner, a margin of one fiftieth away from it, and takes at most a quarter of the width and of the
 * height; its own transparency is how faint it is.
 */
final class Watermark {
    private static final int PART = 4;
    private static final int MARGIN = 50;

    private Watermark() {}

    static void on(BufferedImage picture, byte[] file, Decoders decoders) {
        ImageHeader header =
                new HeaderGate(Limits.DEFAULT).admit(file, file.length).orElseThrow();
        PixelSize size = header.upright();
        double scale = Math.min(
                1,
                Math.min(
                        (double) picture.getWidth() / PART / size.width(),
                        (double) picture.getHeight() / PART / size.height()));
        PixelSize scaled = new PixelSize((int) Math.max(1, Math.round(size.width() * scale)), (int)
                Math.max(1, Math.round(size.height() * scale)));
        BufferedImage mark = new Source(decoders, file, header)
                .read(PixelRect.whole(size), Orientation.TOP_LEFT, scaled)
                .inSrgb();
        Graphics2D brush = picture.createGraphics();
        brush.drawImage(
                mark,
                picture.getWidth() - scaled.width() - picture.getWidth() / MARGIN,
                picture.getHeight() - scaled.height() - picture.getHeight() / MARGIN,
                null);
        brush.dispose();
    }
}
