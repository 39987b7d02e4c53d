package latent.render.cost;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Blur;
import latent.key.Capability;
import latent.key.Gravity;
import latent.key.MaxBytes;
import latent.key.Quality;
import latent.key.Sharpen;
import latent.key.Transformation;
import latent.key.Trim;
import latent.key.WatermarkName;
import latent.render.EngineCapabilities;
import latent.render.Geometry;
import latent.render.Layout;
import latent.render.ShrinkOnLoad;

/** The amounts of each kind of work in one render, from the header of its original and from its key alone. */
public final class Workload {
    private static final double MEGAPIXEL = 1e6;
    /** Cost of encoding a pixel of a padded canvas, as a part of that of another pixel. */
    private static final double EMPTY_CANVAS = 0.2;

    private final ImageHeader header;
    private final long fileBytes;
    private final Set<Capability> abilities;
    private final Transformation asked;
    private final Layout layout;
    private final int frames;
    private final Map<WorkKind, Double> amounts = new EnumMap<>(WorkKind.class);

    private Workload(ImageHeader header, long fileBytes, Transformation asked, Set<Capability> abilities) {
        this.header = header;
        this.fileBytes = fileBytes;
        this.abilities = abilities;
        this.asked = Geometry.meant(header, asked);
        this.layout = Geometry.layout(header.upright(), this.asked);
        boolean animated = abilities.contains(EngineCapabilities.ANIMATION)
                && header.format().isAnimated()
                && asked.format().isAnimated();
        this.frames = animated ? header.frames() : 1;
    }

    /**
     * What there is to do.
     *
     * @param fileBytes  size of the original's file
     * @param abilities  what the engine can: animations and palettes are work that it may not have
     * @throws latent.refusal.Refusal when the rendition would be larger than any format or screen can show
     */
    public static Map<WorkKind, Double> of(
            ImageHeader header, long fileBytes, Transformation asked, Set<Capability> abilities) {
        Workload workload = new Workload(header, fileBytes, asked, abilities);
        workload.decode();
        workload.look();
        workload.resize();
        workload.adjust();
        workload.encode();
        return Collections.unmodifiableMap(workload.amounts);
    }

    private void decode() {
        amounts.put(WorkKind.RENDER, 1.0);
        amounts.put(WorkKind.FRAME, frames > 1 ? frames : 0.0);
        decode(shrink(), frames);
    }

    private void decode(double shrink, int times) {
        double stored = header.format().isVector() ? layout.scaled().pixels() : header.codedPixels();
        add(FormatCost.of(header.format()).decoding(), stored * times);
        if (header.format() == ImageFormat.JPEG && header.interlaced()) {
            add(WorkKind.DECODE_PROGRESSIVE_JPEG, stored * times);
        }
        add(WorkKind.DELIVER, stored * times / (shrink * shrink));
    }

    /** A trim and a smart crop decode the original once more. */
    private void look() {
        if (asked.has(Trim.class)) {
            decode(1, 1);
            add(WorkKind.LOOK, (double) header.stored().pixels());
        }
        if (asked.gravity() instanceof Gravity.Smart) {
            decode(shrink(), 1);
            add(WorkKind.LOOK, header.stored().pixels() / (shrink() * shrink()));
        }
    }

    private void resize() {
        double source = layout.source().size().pixels() / (shrink() * shrink());
        double scaled = layout.scaled().pixels();
        if (scaled > source) {
            add(WorkKind.ENLARGE, scaled * frames);
        } else if (scaled < source) {
            add(WorkKind.REDUCE, source * frames);
        }
    }

    private void adjust() {
        double pixels = (double) layout.scaled().pixels() * frames;
        Orientation turn = header.orientation().then(Geometry.turn(asked));
        add(WorkKind.TURN, turn == Orientation.TOP_LEFT ? 0 : pixels);
        asked.find(Blur.class).ifPresent(blur -> {
            add(WorkKind.BLUR, pixels);
            add(WorkKind.BLUR_SIGMA, pixels * blur.sigmaTenths() / 10);
        });
        add(WorkKind.SHARPEN, asked.has(Sharpen.class) ? pixels : 0);
        add(WorkKind.WATERMARK, asked.has(WatermarkName.class) ? pixels : 0);
    }

    private void encode() {
        double scaled = layout.scaled().pixels();
        double pixels = (scaled + (layout.canvas().pixels() - scaled) * EMPTY_CANVAS) * frames;
        boolean auto = asked.format().isLossy() && asked.quality() instanceof Quality.Auto;
        double files = FileSearch.files(asked.format(), auto, asked.maxBytes(), pixels);
        if (choosesColours()) {
            double detail = PictureDetail.of(header, fileBytes, scaled);
            add(WorkKind.CHOOSE_COLOURS, pixels * files);
            add(WorkKind.CHOOSE_AMONG_MANY, pixels * files * detail);
        } else {
            add(FormatCost.of(asked.format()).encoding(), pixels * files);
        }
        add(WorkKind.COMPARE, auto ? pixels * FileSearch.COMPARISONS : 0);
    }

    private boolean choosesColours() {
        boolean below100 =
                asked.has(MaxBytes.class) || (asked.quality() instanceof Quality.Fixed fixed && fixed.value() < 100);
        boolean palette = asked.format() == ImageFormat.PNG && below100 && abilities.contains(Quality.PALETTE);
        return palette || asked.format() == ImageFormat.GIF;
    }

    private double shrink() {
        PixelSize source = layout.source().size();
        PixelSize scaled = Geometry.turn(asked).turn(layout.scaled());
        return ShrinkOnLoad.factor(header.format(), source.times(scaled));
    }

    private void add(WorkKind work, double pixels) {
        amounts.merge(work, pixels / MEGAPIXEL, Double::sum);
    }
}
