package latent.render;

import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.key.Transformation;
import latent.key.Trim;

/**
 * How much memory a render takes at its peak, for admission: a little more than was measured, for either engine.
 *
 * <p>Measured with libvips on 47 megapixels: 45 MB as baseline JPEG, 180 MB as progressive JPEG or interlaced PNG, so 3 bytes a pixel on top. The
 * portable engine takes most for a JPEG of 50 megapixels where it just does not subsample, at a quarter of its sides: a heap of 308 MB was enough
 * for it, and one of 377 MB for a trim, which looks at the original at full size.
 */
public final class RenderMemory {
    private static final long BASE_BYTES = 55_000_000;
    private static final long JPEG_BYTES_PER_PIXEL = 4;
    private static final long INTERLACED_BYTES_PER_PIXEL = 3;

    /** The portable engine decodes these whole, with 16 bits a channel at worst. */
    private static final long WHOLE_BYTES_PER_PIXEL = 8;

    private static final long TRIM_BYTES_PER_PIXEL = 4;

    /** The rendition, the step before it, and the encoder's copy. */
    private static final long RENDITION_BYTES_PER_PIXEL = 16;

    private RenderMemory() {}

    /** Bytes to decode an original, whatever is made of it. */
    public static long estimate(ImageHeader header) {
        boolean jpeg = header.format() == ImageFormat.JPEG;
        long perPixel = jpeg ? JPEG_BYTES_PER_PIXEL : WHOLE_BYTES_PER_PIXEL;
        if (header.interlaced()) {
            perPixel += INTERLACED_BYTES_PER_PIXEL;
        }
        return BASE_BYTES + perPixel * header.stored().pixels();
    }

    /** Bytes to make one rendition of an original. */
    public static long estimate(ImageHeader header, Transformation transformation) {
        PixelSize canvas = Geometry.layout(header.upright(), Geometry.meant(header, transformation))
                .canvas();
        long trim = transformation.has(Trim.class)
                ? TRIM_BYTES_PER_PIXEL * header.stored().pixels()
                : 0;
        return estimate(header) + trim + RENDITION_BYTES_PER_PIXEL * canvas.pixels();
    }
}
