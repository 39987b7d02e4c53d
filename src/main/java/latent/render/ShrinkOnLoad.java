package latent.render;

import latent.image.ImageFormat;

/**
 * The factor by which a decoder delivers a picture smaller than it is stored, which saves most of the work of decoding it. JPEG halves up to three
 * times while it undoes its cosine transform; WebP and drawings take any factor.
 */
public final class ShrinkOnLoad {
    private ShrinkOnLoad() {}

    /**
     * The largest factor that leaves so many more pixels than are needed that the resize, and not the decoder, makes the picture sharp: JPEG's
     * halving alone is soft (measured at 1280 pixels from 3072: SSIM lower by 0.004). The same as sharp's choice.
     *
     * @param shrink the factor, 1 or more, by which both sides must shrink in all
     */
    public static double factor(ImageFormat format, double shrink) {
        if (format.decodesHalved()) {
            return shrink >= 9 ? 8 : shrink >= 5 ? 4 : shrink >= 3 ? 2 : 1;
        }
        return format.decodesScaled() ? Math.max(1, shrink) : 1;
    }
}
