package latent.lazy;

import java.util.Collections;
import java.util.function.LongSupplier;
import latent.admission.Charge;
import latent.image.ImageFormat;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.MaxBytes;
import latent.key.OriginalKey;
import latent.key.RequestedSize;
import latent.key.Spelling;
import latent.key.Transformation;
import latent.metrics.Meters;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.EngineCapabilities;
import latent.render.PlaceholderDrawing;
import latent.render.RenderJob;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;

/**
 * Renders the fallback picture: at most 240 pixels on its longest side, and at most 32 KiB where the engine can limit the size of a file.
 * Thread-safe.
 */
final class FallbackRenderer {
    private static final int LONGEST_SIDE = 240;
    private static final int MOST_BYTES = 32 << 10;

    private final FallbackPicture picture;
    private final KeyRules rules;
    private final RenditionRenderer renderer;
    private final Engine engine;
    private final LongSupplier nanoTime;
    private final Meters meters;

    FallbackRenderer(
            FallbackPicture picture,
            KeyRules rules,
            RenditionRenderer renderer,
            Engine engine,
            LongSupplier nanoTime,
            Meters meters) {
        this.picture = picture;
        this.rules = rules;
        this.renderer = renderer;
        this.engine = engine;
        this.nanoTime = nanoTime;
        this.meters = meters;
    }

    /**
     * Renders the fallback picture in a format.
     *
     * @throws Refusal when its original is missing or cannot be rendered
     */
    byte[] render(ImageFormat format) {
        return switch (picture) {
            case FallbackPicture.BuiltIn drawn -> drawn(transformation(format));
            case FallbackPicture.OfOriginal own -> ofOriginal(own.original(), transformation(format));
        };
    }

    private byte[] drawn(Transformation transformation) {
        byte[] png = PlaceholderDrawing.png();
        return engine.render(RenderJob.of(png, new HeaderGate(Limits.DEFAULT).admit(png), transformation));
    }

    /** As for a visitor, but without rate limits, and without storing the result. */
    private byte[] ofOriginal(OriginalKey original, Transformation transformation) {
        var key = new KeyGrammar(rules).spell(original, new Spelling.Dash(), transformation);
        return renderer.renderOriginal(key, Charge.free(), new Stopwatch(nanoTime, meters))
                .rendition()
                .bytes();
    }

    private Transformation transformation(ImageFormat format) {
        int side = Math.min(LONGEST_SIDE, rules.maxSide());
        Transformation plain = Transformation.of(new RequestedSize(side, side), format);
        Transformation bounded = plain.with(new MaxBytes(MOST_BYTES));
        EngineCapabilities can = engine.capabilities();
        return Collections.disjoint(can.lacks(), bounded.needs()) ? bounded : plain;
    }
}
