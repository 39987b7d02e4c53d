package latent.render;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Background;
import latent.key.Effect;
import latent.key.Grayscale;
import latent.key.KeepIcc;
import latent.key.Rgb;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * The steps of a render and their order, the same for every engine: {@link #run} and {@link #steps} list them. An engine supplies the operations.
 *
 * @param <F> a file of the engine's
 * @param <P> a picture of the engine's
 */
public final class RenderPlan<F, P> {
    private final ImageOperations<F, P> engine;
    private final RenderSettings settings;
    private final SourceFile<F> original;
    private final Transformation asked;
    private final Layout layout;
    private final Orientation turn;
    private final Optional<Mark<P>> watermark;

    /**
     * Lays a render out, for which an engine may have to look at pixels.
     *
     * @throws Refusal when the rendition would be too large, or the crop box shows nothing
     */
    public RenderPlan(
            ImageOperations<F, P> engine,
            RenderSettings settings,
            SourceFile<F> original,
            Transformation transformation,
            Optional<SourceFile<F>> watermark) {
        this.engine = engine;
        this.settings = settings;
        this.original = original;
        this.asked = Geometry.meant(original.header(), transformation);
        this.layout = new LayoutPlanner<>(engine, original, asked).layout();
        this.turn = original.header().orientation().then(Geometry.turn(asked));
        this.watermark = watermark.map(this::openWatermark);
    }

    /** The encoded rendition. */
    public byte[] run() {
        P rendition =
                isAnimated() ? animation() : finish(engine.decode(original, part(), turn.unturn(layout.scaled())));
        P bare = engine.reduceMetadata(rendition, asked);
        return new EncodingSearch<>(engine, settings, asked).encode(bare);
    }

    /** From a part of a frame as it is stored to what is encoded. Resized first, so that the other steps have few pixels to do. */
    private List<UnaryOperator<P>> steps() {
        return List.of(
                this::resize,
                this::convertColours,
                this::turn,
                this::applyEffects,
                this::overlayWatermark,
                this::fillBackground,
                this::pad);
    }

    private P finish(P part) {
        P picture = part;
        for (UnaryOperator<P> step : steps()) {
            picture = step.apply(picture);
        }
        return picture;
    }

    /** Every frame is processed like a still. */
    private P animation() {
        int frames = engine.frames(original);
        PixelSize frame = original.header().stored();
        if (frames > settings.maxFrames() || frames * frame.pixels() > settings.maxAnimationPixels()) {
            throw new Refusal(Reason.TOO_LARGE, "The original has too many frames: " + frames + " of " + frame + ".");
        }
        List<P> renditions =
                engine.decodeFrames(original, part()).stream().map(this::finish).toList();
        return engine.animate(renditions, layout.canvas());
    }

    private boolean isAnimated() {
        return original.header().format().isAnimated() && asked.format().isAnimated() && engine.frames(original) > 1;
    }

    /** What is shown, in stored pixels. */
    private PixelRect part() {
        ImageHeader header = original.header();
        return header.orientation().unturn(layout.source(), header.upright());
    }

    private P resize(P picture) {
        return engine.resize(picture, turn.unturn(layout.scaled()));
    }

    private P convertColours(P picture) {
        boolean keep = asked.has(KeepIcc.class) && !asked.has(Grayscale.class);
        return keep ? engine.keepProfile(picture) : engine.toSrgb(picture);
    }

    private P turn(P picture) {
        return engine.turn(picture, turn);
    }

    private P applyEffects(P picture) {
        P changed = picture;
        for (Effect effect : asked.effects()) {
            changed = engine.apply(changed, effect);
        }
        return changed;
    }

    private P overlayWatermark(P picture) {
        return watermark
                .map(mark -> engine.overlay(picture, mark.picture(), mark.place()))
                .orElse(picture);
    }

    private P fillBackground(P picture) {
        return background().map(colour -> engine.flatten(picture, colour)).orElse(picture);
    }

    private P pad(P picture) {
        return layout.fills() ? picture : engine.pad(picture, layout, background());
    }

    /** The colour of the key; white where it has none and the format has no transparency. */
    private Optional<Rgb> background() {
        Optional<Rgb> colour = asked.find(Background.class).map(Background::colour);
        return asked.format().hasAlpha() ? colour : colour.or(() -> Optional.of(Rgb.WHITE));
    }

    /** A watermark as large as it will be seen, upright and in sRGB. */
    private record Mark<P>(P picture, PixelRect place) {}

    private Mark<P> openWatermark(SourceFile<F> source) {
        ImageHeader header = source.header();
        PixelRect place = WatermarkPlace.of(header.upright(), layout.scaled());
        PixelSize stored = header.orientation().unturn(place.size());
        return new Mark<>(engine.openWatermark(() -> decodeWatermark(source, stored)), place);
    }

    private P decodeWatermark(SourceFile<F> source, PixelSize stored) {
        ImageHeader header = source.header();
        P decoded = engine.decode(source, PixelRect.whole(header.stored()), stored);
        P upright = engine.turn(engine.toSrgb(engine.resize(decoded, stored)), header.orientation());
        return engine.materialize(upright);
    }
}
