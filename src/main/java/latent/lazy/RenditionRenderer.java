package latent.lazy;

import java.util.Map;
import java.util.Optional;
import latent.admission.Charge;
import latent.admission.Price;
import latent.admission.RenderPermits;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.lazy.OriginalReader.Fetched;
import latent.lazy.OriginalReader.Opened;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;
import latent.render.RenderMemory;
import latent.render.SourceFile;
import latent.render.cost.CostLimit;
import latent.render.cost.RenderCost;
import latent.render.header.HeaderGate;
import latent.store.OriginalStore;
import latent.store.Rendition;

/** Makes one rendition from its original: header first, then room, then the bytes, then the render. Thread-safe. */
public final class RenditionRenderer {
    /** An original that is replaced again and again while we read it is not worth more. */
    private static final int MAX_TRIES = 3;

    /** About a second and a half of CPU time. */
    private static final long LONG_RENDER_KILOPIXELS = 120_000;

    private final OriginalReader reader;
    private final Watermarks watermarks;
    private final RenderPermits permits;
    private final CostLimit costLimit;
    private final Engine engine;
    private final String cacheControl;
    private final Meters meters;

    /**
     * A renderer.
     *
     * @param watermarks   keys of originals, by name
     * @param costLimit    fits the engine
     * @param cacheControl the header of every rendition, from us and from S3
     */
    public RenditionRenderer(
            OriginalStore originals,
            HeaderGate gate,
            Map<String, OriginalKey> watermarks,
            RenderPermits permits,
            CostLimit costLimit,
            Engine engine,
            String cacheControl,
            Meters meters) {
        this.reader = new OriginalReader(originals, gate);
        this.watermarks = new Watermarks(watermarks, reader);
        this.permits = permits;
        this.costLimit = costLimit;
        this.engine = engine;
        this.cacheControl = cacheControl;
        this.meters = meters;
    }

    /** Refuses a key whose original was missing a moment ago. */
    void refuseKnownMissing(RenditionKey key) {
        reader.refuseKnownMissing(key.original());
    }

    /**
     * Renders.
     *
     * @param charge settled here with what it really cost
     * @throws Refusal when there is no original, it is no picture, or there is no room
     */
    Rendered render(RenditionKey key, Charge charge, Stopwatch watch) {
        for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
            Opened opened = open(key, charge, watch);
            Optional<Rendered> rendered = render(key, opened, charge, watch);
            if (rendered.isPresent()) {
                return rendered.get();
            }
        }
        throw new IllegalStateException(
                "the original of " + key + " changed " + MAX_TRIES + " times while it was read");
    }

    private Opened open(RenditionKey key, Charge charge, Stopwatch watch) {
        Opened opened;
        try {
            opened = watch.time(Stage.OPEN, () -> reader.open(key.original()));
            requireOffered(key, opened);
        } catch (Refusal refusal) {
            charge.settleLookUp();
            throw refusal;
        }
        charge.ofExistingOriginal();
        return opened;
    }

    private void requireOffered(RenditionKey key, Opened opened) {
        try {
            engine.capabilities().require(opened.header().format(), key.transformation());
        } catch (Refusal refusal) {
            reader.confirm(opened.original());
            throw refusal;
        }
    }

    private Optional<Rendered> render(RenditionKey key, Opened opened, Charge charge, Stopwatch watch) {
        Price expected = expected(key, opened, charge);
        charge.raise(expected);
        long memory = RenderMemory.estimate(opened.header(), key.transformation());
        boolean takesSeconds = expected.kilopixels() > LONG_RENDER_KILOPIXELS;
        try (var permit =
                watch.time(Stage.PERMIT, () -> takesSeconds ? permits.acquireLong(memory) : permits.acquire(memory))) {
            return watch.time(Stage.FETCH, () -> reader.fetch(opened)).map(fetched -> {
                charge.settle(real(key, fetched, charge));
                return render(key, fetched, watch);
            });
        }
    }

    private Price expected(RenditionKey key, Opened opened, Charge charge) {
        try {
            return price(costLimit.admit(opened.header(), opened.original().bytes(), key.transformation()));
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.OVER_MAX_COST) {
                charge.settleLookUp();
                reader.confirm(opened.original());
            }
            throw refusal;
        }
    }

    /** Once more with the whole file at hand, because only then an animation tells its frames. */
    private Price real(RenditionKey key, Fetched fetched, Charge charge) {
        try {
            SourceFile<byte[]> file = fetched.file();
            return price(costLimit.admit(file.header(), file.file().length, key.transformation()));
        } catch (Refusal refusal) {
            charge.settle(Price.ofPixels(fetched.file().header().stored().pixels()));
            throw refusal;
        }
    }

    private static Price price(RenderCost cost) {
        return Price.ofPixels(cost.photographPixels());
    }

    private Rendered render(RenditionKey key, Fetched original, Stopwatch watch) {
        Optional<SourceFile<byte[]>> watermark = watermarks.of(key.transformation());
        RenderJob job = new RenderJob(original.file(), key.transformation(), watermark);
        byte[] bytes = watch.time(Stage.RENDER, () -> engine.render(job));
        meters.rendered(
                watch.of(Stage.RENDER), original.file().header().stored().pixels());
        String mediaType = key.transformation().format().mediaType();
        return new Rendered(Rendition.of(bytes, mediaType, cacheControl), original.eTag());
    }

    /**
     * A fresh rendition.
     *
     * @param sourceETag version of the original it was made from
     */
    record Rendered(Rendition rendition, String sourceETag) {}
}
