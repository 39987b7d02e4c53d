package latent.lazy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.CropBox;
import latent.key.DevicePixelRatio;
import latent.key.Enlarge;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.KeepCopyright;
import latent.key.KeepIcc;
import latent.key.Option;
import latent.key.Quality;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.key.Trim;
import latent.render.Geometry;
import latent.render.Layout;

/**
 * Which originals have a mezzanine, and which renditions begin with it. A rendition is of the same size and shows the same part as one that begins with
 * the original; it must be at most half as large as that part of the mezzanine is, in both directions, so that what the mezzanine's own encoding has lost
 * is not seen. {@code bench/mezzanine} measures that.
 */
final class MezzanineRule {
    /** The longer side. */
    static final int SIDE = 2048;

    /** The longer side of an original that is worth one. A photograph of 12 megapixels has 4,000. */
    private static final int SMALLEST_ORIGINAL = SIDE * 3 / 2;

    private static final double LEAST_SHRINK = 2;

    /** A side of the mezzanine may be rounded down by half a pixel, and one of the rendition up. */
    private static final double ROUNDING = 1;

    /** Upright, as all renditions are, and with the original's profile, so that colours are converted once. From 90 on all colours are kept. */
    static final Transformation MAKING =
            Transformation.of(new RequestedSize(SIDE, SIDE), ImageFormat.JPEG, new Quality.Fixed(90), new KeepIcc());

    private MezzanineRule() {}

    /** Only JPEGs: of others the header does not tell whether they are transparent or moving, or they have no losses yet. */
    static boolean isWorthOne(ImageHeader original) {
        PixelSize size = original.stored();
        return original.format() == ImageFormat.JPEG && Math.max(size.width(), size.height()) >= SMALLEST_ORIGINAL;
    }

    /** Whether a rendition may begin with a mezzanine if there is one: what is kept of the file, and what is looked for in pixels, is the original's. */
    static boolean mayServe(Transformation asked) {
        RequestedSize box = asked.deviceBox();
        boolean looks = asked.has(Trim.class) || asked.gravity() instanceof Gravity.Smart;
        boolean keeps = asked.has(KeepCopyright.class) || asked.has(KeepIcc.class);
        return !looks && !keeps && Math.max(box.width(), box.height()) <= SIDE / LEAST_SHRINK;
    }

    /**
     * The transformation of the mezzanine that makes the rendition.
     *
     * @param original  header of the original
     * @param mezzanine size of its mezzanine, which is upright
     * @return empty where the rendition must begin with the original
     * @throws latent.refusal.Refusal when the crop box shows nothing
     */
    static Optional<Transformation> onMezzanine(ImageHeader original, PixelSize mezzanine, Transformation asked) {
        Layout layout = Geometry.layout(original.upright(), asked);
        if (!mayServe(asked) || !layout.fills()) {
            return Optional.empty();
        }
        PixelRect part = scaled(layout.source(), original.upright(), mezzanine);
        PixelSize rendition = Geometry.turn(asked).unturn(layout.scaled());
        boolean enough = part.width() + ROUNDING >= LEAST_SHRINK * rendition.width() - ROUNDING
                && part.height() + ROUNDING >= LEAST_SHRINK * rendition.height() - ROUNDING;
        return enough ? Optional.of(exactly(layout.scaled(), part, mezzanine, asked)) : Optional.empty();
    }

    private static Transformation exactly(PixelSize size, PixelRect part, PixelSize mezzanine, Transformation asked) {
        List<Option> options = new ArrayList<>(asked.options().stream()
                .filter(option -> !(option instanceof Fit
                        || option instanceof Gravity
                        || option instanceof CropBox
                        || option instanceof DevicePixelRatio
                        || option instanceof Enlarge))
                .toList());
        options.add(Fit.FORCE);
        if (!part.equals(PixelRect.whole(mezzanine))) {
            options.add(new CropBox(part.width(), part.height(), part.left(), part.top()));
        }
        return new Transformation(new RequestedSize(size.width(), size.height()), options, asked.format());
    }

    private static PixelRect scaled(PixelRect part, PixelSize from, PixelSize to) {
        int left = Math.min(to.width() - 1, scaled(part.left(), from.width(), to.width()));
        int top = Math.min(to.height() - 1, scaled(part.top(), from.height(), to.height()));
        int right = scaled(part.left() + part.width(), from.width(), to.width());
        int bottom = scaled(part.top() + part.height(), from.height(), to.height());
        return new PixelRect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static int scaled(int at, int from, int to) {
        return (int) Math.round((double) at * to / from);
    }
}
