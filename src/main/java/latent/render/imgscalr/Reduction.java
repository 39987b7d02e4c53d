package latent.render.imgscalr;

import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.imgscalr.Pixels.Channels;

/**
 * From a decoder's rows to the wanted size, without the decoded picture in memory. Java2D's bicubic, which is imgscalr's, looks at four pixels
 * however many become one: it aliased, by 0.011 of SSIM against a Lanczos reduction, and the noise cost 3 to 8 % more bytes.
 */
final class Reduction {
    /** What a box may leave to Lanczos' kernel, in each direction: as libvips does, whose `gap` this is. */
    private static final double GAP = 2;

    private Reduction() {}

    /**
     * The steps for a part of a picture. A side that is wanted larger than it is stays as it is: to enlarge is imgscalr's.
     *
     * @param region the part of each row, and of all rows, that is kept
     */
    static RowSink of(PixelRect region, Channels channels, PixelSize wanted) {
        PixelSize size =
                new PixelSize(Math.min(wanted.width(), region.width()), Math.min(wanted.height(), region.height()));
        int factor = channels.alpha() ? 1 : (int) Math.max(1, region.size().times(size) / GAP);
        if (factor == 1) {
            return new LanczosResize(region, channels, size);
        }
        PixelSize boxes = new PixelSize(region.width() / factor, region.height() / factor);
        return new BoxShrink(
                region, channels, factor, boxes, new LanczosResize(PixelRect.whole(boxes), channels, size));
    }
}
