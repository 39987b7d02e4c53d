package latent.render.header;

import latent.image.PixelSize;

/**
 * What an original may be at most.
 *
 * @param maxFileBytes    size of the file
 * @param maxPixels       width times height of one frame
 * @param maxSidePixels   width, and height. A limit on the area alone lets pass what is extremely wide: 41 bytes that declare 786464x32 took
 *                        libvips 8.18.7 to 1.3 GB
 * @param maxFramesPixels width times height times frames; far more than {@code RenderSettings.maxAnimationPixels}, because a still is made of the
 *                        first frame alone
 */
public record Limits(long maxFileBytes, long maxPixels, int maxSidePixels, long maxFramesPixels) {
    /** Where nobody has set another: the defaults of {@code originals.max-…}, and what a render worker's shared memory has room for. */
    public static final Limits DEFAULT = new Limits(64L << 20, 100_000_000, 16_384, 500_000_000);

    public Limits {
        if (maxFileBytes < 1 || maxPixels < 1 || maxSidePixels < 1 || maxFramesPixels < maxPixels) {
            throw new IllegalArgumentException("limits that admit no original: " + this);
        }
    }

    boolean allow(PixelSize size, long frames) {
        return Math.max(size.width(), size.height()) <= maxSidePixels
                && size.pixels() <= maxPixels
                && frames <= maxFramesPixels / size.pixels();
    }
}
