package latent.render.header;

import java.util.List;
import java.util.Map;
import java.util.Set;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * What the numbers in a TIFF file mean, and whether that is shown (TIFF 6.0; Adobe Photoshop TIFF Technical Notes). A list of what is, because the
 * decoders deliver something for nearly all kinds: libvips 8.18.7 makes of floating point, 32-bit and signed samples black or white, of separate
 * inks nothing at all, and of YCbCr that is neither JPEG nor subsampled the colours of RGB.
 */
final class TiffKind {
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int SAMPLES = 277;
    private static final int PLANES = 284;
    private static final int TILE_WIDTH = 322;
    private static final int INK_SET = 332;
    private static final int FORMAT = 339;
    private static final int SUBSAMPLING = 530;
    private static final List<Integer> TAGS = List.of(
            BITS, COMPRESSION, PHOTOMETRIC, SAMPLES, PLANES, TILE_WIDTH, INK_SET, TiffExtras.TAG, FORMAT, SUBSAMPLING);

    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;
    private static final int SEPARATE = 2;
    private static final Set<Long> WHOLE_NUMBERS = Set.of(1L, 4L);

    private static final Model GRAY = new Model("gray", 1, Set.of(1L, 2L, 4L, 8L, 16L), Set.of(8L, 16L));
    private static final long YCBCR = 6;
    private static final long INK = 5;
    private static final Map<Long, Model> SHOWN = Map.of(
            0L,
            GRAY,
            1L,
            GRAY,
            2L,
            new Model("RGB", 3, Set.of(8L, 16L), Set.of(8L, 16L)),
            3L,
            new Model("palette", 1, Set.of(1L, 2L, 4L, 8L), Set.of(8L)),
            INK,
            new Model("CMYK", 4, Set.of(8L, 16L), Set.of(8L)),
            YCBCR,
            new Model("YCbCr", 3, Set.of(8L), Set.of()),
            8L,
            new Model("Lab", 3, Set.of(16L), Set.of()));

    /** @param alphaBits how many bits a sample may have where there are more than those of the colour */
    private record Model(String name, int samples, Set<Long> bits, Set<Long> alphaBits) {}

    private TiffKind() {}

    /**
     * Asks whether a picture is shown as it is meant.
     *
     * @param directory where its directory begins
     * @throws Refusal UNSUPPORTED_FORMAT, with what is in the way
     */
    static void requireShown(Cursor file, long directory, TiffWidths widths) {
        TiffTags tags = TiffTags.of(file, directory, widths, TAGS);
        Model model = SHOWN.get(tags.one(PHOTOMETRIC, 1));
        if (model == null) {
            throw refusal("colours of kind " + tags.one(PHOTOMETRIC, 1));
        }
        if (tags.one(COMPRESSION, 1) == OLD_JPEG) {
            throw refusal("JPEG of the old style, which TIFF has given up");
        }
        if (tags.one(PLANES, 1) == SEPARATE && tags.one(TILE_WIDTH, 0) > 0) {
            throw refusal("tiles of separate channels");
        }
        requireSamples(tags, model);
        requireColours(tags);
    }

    private static void requireSamples(TiffTags tags, Model model) {
        if (!WHOLE_NUMBERS.containsAll(tags.all(FORMAT, 1))) {
            throw refusal("samples that are not whole numbers from 0 on");
        }
        List<Long> bits = tags.all(BITS, 1);
        int more = (int) tags.one(SAMPLES, 1) - model.samples;
        Set<Long> shown = more > 0 ? model.alphaBits : model.bits;
        if (!shown.containsAll(bits) || bits.stream().distinct().count() > 1) {
            throw refusal(model.name + (more > 0 ? " and more, " : ", ") + bits.getFirst() + " bits a sample");
        }
        List<Long> extra = tags.all(TiffExtras.TAG);
        boolean oneAlpha = extra.stream().skip(1).noneMatch(TiffExtras.ALPHA::contains);
        if (more < 0 || !oneAlpha || (extra.isEmpty() ? more > 1 : more != extra.size())) {
            throw refusal(model.name + " of " + tags.one(SAMPLES, 1) + " samples");
        }
    }

    private static void requireColours(TiffTags tags) {
        long photometric = tags.one(PHOTOMETRIC, 1);
        if (photometric == INK && tags.one(INK_SET, 1) != 1) {
            throw refusal("inks other than CMYK");
        }
        boolean subsampled = tags.all(SUBSAMPLING, 2, 2).stream().anyMatch(step -> step > 1);
        if (photometric == YCBCR && tags.one(COMPRESSION, 1) != JPEG && !subsampled) {
            throw refusal("YCbCr that is neither JPEG nor subsampled");
        }
    }

    private static Refusal refusal(String kind) {
        return new Refusal(
                Reason.UNSUPPORTED_FORMAT,
                "The original is a TIFF of a kind that is not shown: " + kind + "; save it as 8-bit RGB.");
    }
}
