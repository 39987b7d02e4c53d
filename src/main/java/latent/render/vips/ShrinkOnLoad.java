package latent.render.vips;

import latent.image.ImageFormat;

/**
 * How much smaller a decoder can deliver a picture than it is stored, which saves most of the work of decoding it. JPEG halves up to three
 * times while it undoes its cosine transform; WebP takes any factor.
 */
final class ShrinkOnLoad {
    private ShrinkOnLoad() {}

    /**
     * The largest factor that leaves at least as many pixels as are needed.
     *
     * @param shrink the factor, 1 or more, by which both sides must shrink in all
     */
    static double factor(ImageFormat format, double shrink) {
        return switch (format) {
            case JPEG -> shrink >= 8 ? 8 : shrink >= 4 ? 4 : shrink >= 2 ? 2 : 1;
            case WEBP -> Math.max(1, shrink);
            case PNG, GIF, AVIF, TIFF, HEIC, SVG -> 1;
        };
    }
}
