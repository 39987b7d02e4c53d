package latent.render.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Adjustments;
import latent.key.Encoding;
import latent.key.Gravity;
import latent.key.Quality;
import latent.key.Transformation;
import latent.render.Geometry;
import latent.render.Layout;
import latent.render.ShrinkOnLoad;
import latent.render.Technique;

/** The amounts of each kind of work in one render, from the header of its original and from its key alone. */
public final class Workload {
    private static final double MEGAPIXEL = 1e6;
    /** What of a pixel it is to encode one of a padded canvas. */
    private static final double EMPTY_CANVAS = 0.2;

    private final ImageHeader header;
    private final long fileBytes;
    private final Set<Technique> techniques;
    private final Transformation asked;
    private final Layout layout;
    private final int frames;
    private final Map<Work, Double> amounts = new EnumMap<>(Work.class);

    private Workload(ImageHeader header, long fileBytes, Transformation asked, Set<Technique> techniques) {
        this.header = header;
        this.fileBytes = fileBytes;
        this.techniques = techniques;
        this.asked = Geometry.meant(header, asked);
        this.layout = Geometry.layout(header.upright(), this.asked);
        boolean animated = techniques.contains(Technique.ANIMATION)
                && animates(header.format())
                && animates(asked.encoding().format());
        this.frames = animated ? header.frames() : 1;
    }

    /**
     * What there is to do.
     *
     * @param fileBytes  size of the original's file
     * @param techniques what the engine can: animations and palettes are work that it may not have
     * @throws latent.refusal.Refusal when the rendition would be larger than any format or screen can show
     */
    public static Map<Work, Double> of(
            ImageHeader header, long fileBytes, Transformation asked, Set<Technique> techniques) {
        Workload workload = new Workload(header, fileBytes, asked, techniques);
        workload.decode();
        workload.look();
        workload.resize();
        workload.adjust();
        workload.encode();
        return Collections.unmodifiableMap(workload.amounts);
    }

    private void decode() {
        amounts.put(Work.RENDER, 1.0);
        amounts.put(Work.FRAME, frames > 1 ? frames : 0.0);
        decode(shrink(), frames);
    }

    private void decode(double shrink, int times) {
        double stored = header.format().isVector()
                ? layout.scaled().pixels()
                : header.stored().pixels();
        add(Work.decoding(header.format()), stored * times);
        if (header.format() == ImageFormat.JPEG && header.interlaced()) {
            add(Work.DECODE_PROGRESSIVE_JPEG, stored * times);
        }
        add(Work.DELIVER, stored * times / (shrink * shrink));
    }

    /** A trim and a smart crop decode once more, to look. */
    private void look() {
        if (asked.adjustments().trim().isPresent()) {
            decode(1, 1);
            add(Work.LOOK, (double) header.stored().pixels());
        }
        if (asked.framing().gravity() instanceof Gravity.Smart) {
            decode(shrink(), 1);
            add(Work.LOOK, header.stored().pixels() / (shrink() * shrink()));
        }
    }

    private void resize() {
        double source = layout.source().size().pixels() / (shrink() * shrink());
        double scaled = layout.scaled().pixels();
        if (scaled > source) {
            add(Work.ENLARGE, scaled * frames);
        } else if (scaled < source) {
            add(Work.REDUCE, source * frames);
        }
    }

    private void adjust() {
        double pixels = (double) layout.scaled().pixels() * frames;
        Adjustments adjustments = asked.adjustments();
        Orientation turn = header.orientation().then(Geometry.turn(adjustments));
        add(Work.TURN, turn == Orientation.TOP_LEFT ? 0 : pixels);
        if (adjustments.blur().isPresent()) {
            add(Work.BLUR, pixels);
            add(Work.BLUR_SIGMA, pixels * adjustments.blur().getAsInt() / 10);
        }
        add(Work.SHARPEN, adjustments.sharpen().isPresent() ? pixels : 0);
        add(Work.WATERMARK, adjustments.watermark().isPresent() ? pixels : 0);
    }

    private void encode() {
        Encoding encoding = asked.encoding();
        double scaled = layout.scaled().pixels();
        double pixels = (scaled + (layout.canvas().pixels() - scaled) * EMPTY_CANVAS) * frames;
        boolean lossy = switch (encoding.format()) {
            case JPEG, WEBP, AVIF -> true;
            case PNG, GIF, TIFF, HEIC, SVG -> false;
        };
        boolean auto = lossy && encoding.quality() instanceof Quality.Auto;
        double files = FileSearch.files(encoding.format(), auto, encoding.maxBytes(), pixels);
        if (choosesColours()) {
            double detail = Detail.of(header, fileBytes, scaled);
            add(Work.CHOOSE_COLOURS, pixels * files);
            add(Work.CHOOSE_AMONG_MANY, pixels * files * detail);
        } else {
            add(Work.encoding(encoding.format()), pixels * files);
        }
        add(Work.COMPARE, auto ? pixels * FileSearch.COMPARISONS : 0);
    }

    private boolean choosesColours() {
        Encoding encoding = asked.encoding();
        boolean below100 = encoding.maxBytes().isPresent()
                || (encoding.quality() instanceof Quality.Fixed fixed && fixed.value() < 100);
        boolean palette = encoding.format() == ImageFormat.PNG && below100 && techniques.contains(Technique.PALETTE);
        return palette || encoding.format() == ImageFormat.GIF;
    }

    private double shrink() {
        PixelSize source = layout.source().size();
        PixelSize scaled = Geometry.turn(asked.adjustments()).turn(layout.scaled());
        return ShrinkOnLoad.factor(header.format(), source.times(scaled));
    }

    private void add(Work work, double pixels) {
        amounts.merge(work, pixels / MEGAPIXEL, Double::sum);
    }

    private static boolean animates(ImageFormat format) {
        return format == ImageFormat.GIF || format == ImageFormat.WEBP;
    }
}
