package latent.lazy;

import java.util.Map;
import java.util.Optional;
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
import latent.store.Mezzanines;
import latent.store.OriginalStore;
import latent.store.Rendition;

/** Makes one rendition from its original: checks the header, waits for a permit, fetches the file, renders. Thread-safe. */
public final class RenditionRenderer implements AutoCloseable {
    private final OriginalStore originals;
    private final OriginalReader reader;
    private final RenderAdmission admission;
    private final OpenedRenders renders;
    private final Optional<MezzanineUse> mezzanines;

    /**
     * Makes a renderer.
     *
     * @param versions     is told of each version that is seen
     * @param maxHeldBytes limit on originals in memory that wait for a permit, or for another request
     * @param watermarks   key of the original of each watermark, by name
     * @param costLimit    with the cost model of this engine
     * @param cacheControl of renditions whose source of originals has no other
     * @param mezzanines   used where there are any, and the engine keeps colour profiles
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
            Optional<Mezzanines> mezzanines,
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
        this.mezzanines = mezzanines
                .filter(store -> MezzanineUse.isPossible(engine))
                .map(store -> {
                    OriginalReader files = MezzanineUse.files(store, versions, maxHeldBytes, gate, meters);
                    return MezzanineUse.of(store, files, versions, admission, permits, renders, meters);
                });
    }

    /** Refuses a key whose original was missing a moment ago, with ORIGINAL_MISSING. */
    void refuseKnownMissing(RenditionKey key) {
        reader.refuseKnownMissing(key.original());
    }

    /** Opens what a rendition probably begins with in the background; the caller closes it. */
    Beginning begin(RenditionKey key) {
        return mezzanine(key)
                .map(use -> new Beginning(
                        Optional.of(PendingOriginal.now(() -> use.reader().open(key.original()))), openLater(key)))
                .orElseGet(() -> Beginning.ofOriginal(reader.begin(key.original())));
    }

    /** Leaves it to {@link #render} to open that. */
    Beginning beginLater(RenditionKey key) {
        return new Beginning(
                mezzanine(key)
                        .map(use -> PendingOriginal.later(() -> use.reader().open(key.original()))),
                openLater(key));
    }

    private Optional<MezzanineUse> mezzanine(RenditionKey key) {
        return mezzanines.filter(use -> use.reader().mayServe(key));
    }

    /** Opens an original, or refuses it as the header gate does; the caller closes it. */
    Opened open(OriginalKey original) {
        return reader.open(original);
    }

    /** The original of a key, to be opened by {@link #render}. */
    private PendingOriginal openLater(RenditionKey key) {
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
     * @param beginning the original of the key, or its mezzanine
     * @param charge    settled with the actual price
     * @throws Refusal when there is no original, it is no picture, or no permit is free in time
     */
    Rendered render(RenditionKey key, Beginning beginning, Charge charge, Stopwatch watch) {
        OpenedRenders.Request request = new OpenedRenders.Request(key, charge, watch);
        MezzanineReader.Attempt attempt = mezzanines
                .flatMap(
                        use -> beginning.mezzanine().map(opening -> use.reader().render(request, opening)))
                .orElse(MezzanineReader.Attempt.NOTHING);
        return attempt.rendered().orElseGet(() -> fromOriginal(key, beginning.original(), request, attempt.wanted()));
    }

    /** The same from the original. */
    Rendered renderOriginal(RenditionKey key, Charge charge, Stopwatch watch) {
        return fromOriginal(key, openLater(key), new OpenedRenders.Request(key, charge, watch), false);
    }

    private Rendered fromOriginal(
            RenditionKey key, PendingOriginal opening, OpenedRenders.Request request, boolean mezzanineWanted) {
        return ReplacedWhileRead.retrying(key.original(), "read", attempt -> {
            Opened opened = open(key, attempt == 0 ? opening : openLater(key), request.charge(), request.watch());
            boolean taken = false;
            try {
                Optional<Rendered> rendered = renders.render(request, opened);
                taken = mezzanineWanted
                        && rendered.isPresent()
                        && mezzanines
                                .filter(use -> use.maker().take(key.original(), opened))
                                .isPresent();
                return rendered;
            } finally {
                if (!taken) {
                    opened.close();
                }
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

    /** No more mezzanines are made. */
    @Override
    public void close() {
        mezzanines.ifPresent(use -> use.maker().close());
    }

    /**
     * A new rendition.
     *
     * @param sourceETag version of the original it was made from, quoted
     */
    record Rendered(Rendition rendition, String sourceETag) {}
}
