package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import latent.image.PixelSize;
import org.imgscalr.Scalr;

/** The one place that knows imgscalr. */
final class Resize {
    private Resize() {}

    /** Exactly this size, by bicubic interpolation; {@link Reduction} has made it smaller where it had to. */
    static BufferedImage to(PixelSize size, BufferedImage picture) {
        if (picture.getWidth() == size.width() && picture.getHeight() == size.height()) {
            return picture;
        }
        return Scalr.resize(picture, Scalr.Method.QUALITY, Scalr.Mode.FIT_EXACT, size.width(), size.height());
    }
}
