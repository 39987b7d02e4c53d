package latent.pictures;

import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;

/** Headers of pictures, without the pictures. */
public final class Headers {
    private Headers() {}

    /** Of an upright picture with one frame, not interlaced. */
    public static ImageHeader still(ImageFormat format, PixelSize size) {
        return new ImageHeader(format, size, Orientation.TOP_LEFT, 1, false);
    }
}
