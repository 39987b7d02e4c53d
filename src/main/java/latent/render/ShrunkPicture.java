package latent.render;

import java.util.function.Function;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Gravity;
import latent.key.KeepCopyright;
import latent.key.Transformation;
import latent.key.Trim;

/**
 * A JPEG as its decoder delivered it, smaller than it is stored: what takes long to decode and is few pixels, and from which other renditions of the
 * same original can begin. It is not turned, and its colours are those of its profile.
 *
 * @param form    what the samples mean
 * @param samples eight bits each, pixel after pixel and line after line
 * @param <S>     bytes on the heap or memory outside of it
 */
public record ShrunkPicture<S>(Form form, S samples) {
    /** A photograph of 50 megapixels is this large where it is shrunk four times, as for 900 pixels and less. */
    public static final int MAX_BYTES = 12_000_000;

    /**
     * What the samples mean, and what a file made of them says of itself.
     *
     * @param shrink  the factor of {@link ShrinkOnLoad}
     * @param bands   1 for gray, 3 for colour
     * @param across  pixels in a millimetre, as the file says
     * @param down    the same from top to bottom
     * @param unit    of the resolution, as the file names it; empty where it names none
     * @param profile the colour profile; empty where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Form(int shrink, PixelSize size, int bands, double across, double down, String unit, byte[] profile) {
        public Form {
            boolean plausible = shrink > 1 && (bands == 1 || bands == 3) && size.pixels() * bands <= MAX_BYTES;
            if (!plausible) {
                throw new IllegalArgumentException(size + " in " + bands + " bands, shrunk " + shrink + " times");
            }
        }

        /** Whether an original of this header can have been decoded to it; libvips leaves out a line or column that is not a whole one. */
        public boolean isOf(ImageHeader header) {
            return size.width() == Math.max(1, header.stored().width() / shrink)
                    && size.height() == Math.max(1, header.stored().height() / shrink);
        }

        /** How many bytes the samples are. */
        public int bytes() {
            return (int) size.pixels() * bands;
        }
    }

    /** The same with its samples in another place. */
    public <T> ShrunkPicture<T> map(Function<S, T> move) {
        return new ShrunkPicture<>(form, move.apply(samples));
    }

    /**
     * The factor by which a decoder shrinks an original for a rendition, where the rendition can begin with the pixels that it delivers.
     *
     * @return 1 where it cannot: pixels of the original are looked at first, a notice in its file is kept, or it is not shrunk
     * @throws latent.refusal.Refusal when the rendition would be too large
     */
    public static int factor(ImageHeader header, Transformation transformation) {
        boolean looksFirst = transformation.has(Trim.class) || transformation.gravity() instanceof Gravity.Smart;
        if (header.format() != ImageFormat.JPEG || looksFirst || transformation.has(KeepCopyright.class)) {
            return 1;
        }
        Layout layout = Geometry.layout(header.upright(), transformation);
        Orientation turn = header.orientation().then(Geometry.turn(transformation));
        PixelRect part = header.orientation().unturn(layout.source(), header.upright());
        return (int) ShrinkOnLoad.factor(header.format(), part.size().times(turn.unturn(layout.scaled())));
    }
}
