package latent.render.imgscalr;

import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;

/**
 * What to decode.
 *
 * @param region in stored pixels
 * @param wanted the size that the region will be resized to, before orientation; the decoder may shrink as far as this times its headroom
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Decode(byte[] original, ImageHeader header, PixelRect region, PixelSize wanted) {
    /** Measured at 1, 1.2, 1.5 and 2: structural similarity to a Lanczos reduction is best here, on photographs at 600x400. */
    private static final double HEADROOM = 1.2;

    int factor() {
        return BoxShrink.factor(region.size(), wanted, HEADROOM);
    }
}
