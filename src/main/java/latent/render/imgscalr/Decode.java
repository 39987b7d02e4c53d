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
    /** SSIM of the rendition falls below 2 and rises little above. */
    private static final double HEADROOM = 2;

    int factor() {
        return BoxShrink.factor(region.size(), wanted, HEADROOM);
    }
}
