package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import latent.image.PixelSize;
import org.imgscalr.Scalr;

/** The one place that knows imgscalr. */
final class Resize {
    private Resize() {}

    /** Exactly this size: bicubic, halving step by step when it becomes much smaller. */
    static BufferedImage to(PixelSize size, BufferedImage picture) {
        if (picture.getWidth() == size.width() && picture.getHeight() == size.height()) {
            return picture;
        }
        return Scalr.resize(picture, Scalr.Method.QUALITY, Scalr.Mode.FIT_EXACT, size.width(), size.height());
    }
}
