package latent.render;

import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.key.Gravity;
import latent.key.Transformation;
import latent.key.Trim;

/**
 * How much memory a render takes at its peak, for admission: a little more than was measured, for either engine.
 *
 * <p>Measured with libvips on 47 megapixels: 45 MB as baseline JPEG, 180 MB as progressive JPEG or interlaced PNG, so 3 bytes a pixel on top. The
 * portable engine takes most for a JPEG of 50 megapixels where it just does not subsample, at a quarter of its sides: a heap of 308 MB was enough
 * for it, and one of 377 MB for a trim, which looks at the original at full size.
 *
 * <p>libvips works in strips as wide as the picture, so long rows cost more than their pixels. Measured with libvips 8.18.7 on rows of 300,000
 * pixels: 8 of them with transparency and 16 bits took 730 MB, 33 took 1,280 and 300 took 1,870; without transparency a tenth to a third of it.
 * An AVIF of 100 megapixels took 1,740 MB, wherever it came from.
 *
 * <p>Measured with libheif 1.15.1 on HEIC of tiles that is turned: 12, 49 and 99 megapixels took 121, 328 and 663 MB, and with ten bits a channel 310,
 * 1,024 and 2,082 MB.
 */
public final class RenderMemory {
    private static final long BASE_BYTES = 55_000_000;
    private static final long JPEG_BYTES_PER_PIXEL = 4;
    private static final long INTERLACED_BYTES_PER_PIXEL = 3;

    /** The portable engine decodes these whole, with 16 bits a channel at worst. */
    private static final long WHOLE_BYTES_PER_PIXEL = 8;

    /** The decoder's planes, the colours made of them, and libheif's copy of those. */
    private static final long AVIF_BYTES_PER_PIXEL = 18;

    /** The planes, before and after a turn, and the pixels made of them; with transparency. */
    private static final long HEIC_BYTES_PER_PIXEL = 11;

    private static final long DEEP_HEIC_BYTES_PER_PIXEL = 26;

    private static final long LOOK_BYTES_PER_PIXEL = 4;

    /** Of a strip for each row that is in it, and of all strips together. JPEG has no transparency. */
    private static final long ROW_BYTES_PER_PIXEL = 300;

    private static final long ROWS_BYTES_PER_PIXEL = 6_500;
    private static final long JPEG_ROW_BYTES_PER_PIXEL = 20;
    private static final long JPEG_ROWS_BYTES_PER_PIXEL = 2_400;

    /** The rendition, the step before it, and the encoder's copy. */
    private static final long RENDITION_BYTES_PER_PIXEL = 16;

    private RenderMemory() {}

    /** Bytes to decode an original, whatever is made of it. */
    public static long estimate(ImageHeader header) {
        return BASE_BYTES + Math.max(bytesPerPixel(header) * header.codedPixels(), strips(header));
    }

    private static long bytesPerPixel(ImageHeader header) {
        long interlaced = header.interlaced() ? INTERLACED_BYTES_PER_PIXEL : 0;
        if (header.format() == ImageFormat.HEIC) {
            return header.deep() ? DEEP_HEIC_BYTES_PER_PIXEL : HEIC_BYTES_PER_PIXEL;
        }
        if (header.format() == ImageFormat.AVIF) {
            return AVIF_BYTES_PER_PIXEL;
        }
        return interlaced + (header.format() == ImageFormat.JPEG ? JPEG_BYTES_PER_PIXEL : WHOLE_BYTES_PER_PIXEL);
    }

    private static long strips(ImageHeader header) {
        boolean jpeg = header.format() == ImageFormat.JPEG;
        long rows = (jpeg ? JPEG_ROW_BYTES_PER_PIXEL : ROW_BYTES_PER_PIXEL)
                * header.stored().height();
        return Math.min(rows, jpeg ? JPEG_ROWS_BYTES_PER_PIXEL : ROWS_BYTES_PER_PIXEL)
                * header.stored().width();
    }

    /** Bytes to make one rendition of an original. */
    public static long estimate(ImageHeader header, Transformation transformation) {
        PixelSize canvas = Geometry.layout(header.upright(), Geometry.meant(header, transformation))
                .canvas();
        return estimate(header) + look(header, transformation) + RENDITION_BYTES_PER_PIXEL * canvas.pixels();
    }

    /** A trim looks at every pixel. A smart crop looks at few, but for shapes so long that they cannot be made smaller for it. */
    private static long look(ImageHeader header, Transformation transformation) {
        if (transformation.has(Trim.class)) {
            return LOOK_BYTES_PER_PIXEL * header.stored().pixels();
        }
        boolean smart = transformation.gravity() instanceof Gravity.Smart;
        return smart ? LOOK_BYTES_PER_PIXEL * LayoutPlanner.pixelsOfView(header.upright()) : 0;
    }
}
