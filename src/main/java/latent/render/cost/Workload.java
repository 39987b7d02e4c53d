package latent.render.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
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

/** The amounts of each kind of work in one render, from the header of its original and from its key alone. */
public final class Workload {
    private static final double MEGAPIXEL = 1e6;

    private final ImageHeader header;
    private final Transformation asked;
    private final Layout layout;
    private final int frames;
    private final Map<Work, Double> amounts = new EnumMap<>(Work.class);

    private Workload(ImageHeader header, Transformation asked, boolean engineAnimates) {
        this.header = header;
        this.asked = Geometry.meant(header, asked);
        this.layout = Geometry.layout(header.upright(), this.asked);
        boolean animated = engineAnimates
                && animates(header.format())
                && animates(asked.encoding().format());
        this.frames = animated ? header.frames() : 1;
    }

    /**
     * What there is to do.
     *
     * @param engineAnimates all frames are rendered where both formats have them; else the first
     * @throws latent.refusal.Refusal when the rendition would be larger than any format or screen can show
     */
    public static Map<Work, Double> of(ImageHeader header, Transformation asked, boolean engineAnimates) {
        Workload workload = new Workload(header, asked, engineAnimates);
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
        double stored = header.format().isVector() ? layout.scaled().pixels() : header.stored().pixels();
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
            add(Work.LOOK, header.stored().pixels());
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
        add(Work.SCALED, scaled * frames);
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
        add(Work.PAD, layout.fills() ? 0 : (double) layout.canvas().pixels() * frames);
    }

    private void encode() {
        Encoding encoding = asked.encoding();
        double pixels = (double) layout.canvas().pixels() * frames;
        boolean lossy =
                switch (encoding.format()) {
                    case JPEG, WEBP, AVIF -> true;
                    case PNG, GIF, TIFF, HEIC, SVG -> false;
                };
        boolean auto = lossy && encoding.quality() instanceof Quality.Auto;
        boolean palette = encoding.maxBytes().isPresent()
                || encoding.quality() instanceof Quality.Fixed fixed && fixed.value() < 100;
        double files = FileSearch.files(encoding.format(), auto, encoding.maxBytes(), pixels);
        add(Work.encoding(encoding.format(), palette), pixels * files);
        add(Work.COMPARE, auto ? pixels * FileSearch.COMPARISONS : 0);
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
