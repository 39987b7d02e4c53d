package latent.render.imgscalr;

import java.awt.Rectangle;
import javax.imageio.ImageReadParam;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;

/**
 * What to decode.
 *
 * @param region in stored pixels
 * @param wanted the size that the region will be resized to, before orientation
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DecodeRequest(byte[] file, ImageHeader header, PixelRect region, PixelSize wanted) {
    /** Each side of a subsampled picture is at least so many times as long as wanted: the resize needs pixels to average. */
    private static final int OVERSAMPLING = 2;

    /** Has a reader keep only the region. */
    ImageReadParam cut(ImageReadParam param) {
        param.setSourceRegion(new Rectangle(region.left(), region.top(), region.width(), region.height()));
        return param;
    }

    /** Has a reader keep only the region, and of that one pixel in each square, the one in its middle. */
    ImageReadParam cutAndSubsample(ImageReadParam param) {
        int across = step(region.width(), wanted.width());
        int down = step(region.height(), wanted.height());
        cut(param).setSourceSubsampling(across, down, across / 2, down / 2);
        return param;
    }

    private static int step(int from, int to) {
        return Math.max(1, from / (OVERSAMPLING * to));
    }
}
