package latent.lazy;

import java.util.Map;
import latent.admission.Charge;
import latent.admission.RenderPermits;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.lazy.OriginalReader.Opened;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.cost.CostLimit;
import latent.render.header.HeaderGate;
import latent.store.OriginalStore;
import latent.store.Rendition;

/** Makes one rendition from its original: checks the header, waits for a permit, fetches the file, renders. Thread-safe. */
public final class RenditionRenderer {
    private final OriginalStore originals;
    private final OriginalReader reader;
    private final RenderAdmission admission;
    private final OpenedRenders renders;

    /**
     * Makes a renderer.
     *
     * @param versions     is told of each version that is seen
     * @param maxHeldBytes limit on originals in memory that wait for a permit, or for another request
     * @param watermarks   key of the original of each watermark, by name
     * @param costLimit    with the cost model of this engine
     * @param cacheControl of renditions whose source of originals has no other
     */
    public RenditionRenderer(
            OriginalStore originals,
            OriginalVersions versions,
            long maxHeldBytes,
            HeaderGate gate,
            Map<String, OriginalKey> watermarks,
            RenderPermits permits,
            CostLimit costLimit,
            Engine engine,
            String cacheControl,
            Meters meters) {
        this.originals = originals;
        OriginalsInUse inUse = new OriginalsInUse(originals, versions, maxHeldBytes);
        this.reader = new OriginalReader(originals, inUse, gate);
        meters.watch("latent.originals.held.bytes", "Originals in memory that are not being rendered.", inUse::bytes);
        this.admission = new RenderAdmission(engine.capabilities(), costLimit);
        this.renders = new OpenedRenders(
                originals,
                reader,
                new Watermarks(watermarks, reader),
                permits,
                admission,
                new CountedRenders(engine, cacheControl, meters));
    }

    /**
     * Refuses a key whose original was missing a moment ago.
     *
     * @throws Refusal ORIGINAL_MISSING
     */
    void refuseKnownMissing(RenditionKey key) {
        reader.refuseKnownMissing(key.original());
    }

    /** Opens the original of a key in the background; the caller closes it. */
    PendingOriginal beginOpening(RenditionKey key) {
        return reader.begin(key.original());
    }

    /**
     * Opens an original; the caller closes it.
     *
     * @throws Refusal ORIGINAL_MISSING, or what the header gate throws
     */
    Opened open(OriginalKey original) {
        return reader.open(original);
    }

    /** The original of a key, to be opened by {@link #render}. */
    PendingOriginal openLater(RenditionKey key) {
        return PendingOriginal.later(() -> reader.open(key.original()));
    }

    /** What a render of this key would take, without rendering. */
    RenditionForecast forecast(RenditionKey key) {
        reader.refuseKnownMissing(key.original());
        String from = originals.source(key.original());
        try (Opened opened = reader.open(key.original())) {
            return admission.forecast(from, opened, key.transformation());
        } catch (Refusal refusal) {
            return RenditionForecast.refused(from, refusal);
        }
    }

    /**
     * Renders; starts again when the original is replaced meanwhile.
     *
     * @param opening the original of the key
     * @param charge  settled with the actual price
     * @throws Refusal when there is no original, it is no picture, or no permit is free in time
     */
    Rendered render(RenditionKey key, PendingOriginal opening, Charge charge, Stopwatch watch) {
        OpenedRenders.Request request = new OpenedRenders.Request(key, charge, watch);
        return ReplacedWhileRead.retrying(key.original(), "read", attempt -> {
            try (Opened opened = open(key, attempt == 0 ? opening : openLater(key), charge, watch)) {
                return renders.render(request, opened);
            }
        });
    }

    private Opened open(RenditionKey key, PendingOriginal opening, Charge charge, Stopwatch watch) {
        Opened opened =
                RenderAdmission.settlingRefusals(charge, () -> watch.time(Stage.OPEN, () -> await(key, opening)));
        try {
            opened.header()
                    .ifPresent(header -> RenderAdmission.settlingRefusals(charge, () -> {
                        admission.requireOffered(opened, header, key.transformation());
                        return header;
                    }));
            charge.ofExistingOriginal();
            return opened;
        } catch (RuntimeException refusal) {
            opened.close();
            throw refusal;
        }
    }

    private Opened await(RenditionKey key, PendingOriginal opening) {
        try {
            return opening.take();
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.ORIGINAL_MISSING) {
                reader.rememberMissing(key.original());
            }
            throw refusal;
        }
    }

    /**
     * A new rendition.
     *
     * @param sourceETag version of the original it was made from, quoted
     */
    record Rendered(Rendition rendition, String sourceETag) {}
}
