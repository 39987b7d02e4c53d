package latent.lazy;

import java.util.Map;
import java.util.Optional;
import latent.admission.Charge;
import latent.admission.RenderPermits;
import latent.admission.RenderPermits.Permit;
import latent.image.ImageHeader;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.lazy.OriginalReader.Fetched;
import latent.lazy.OriginalReader.Opened;
import latent.lazy.RenderAdmission.Needs;
import latent.metrics.Meters;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;
import latent.render.SourceFile;
import latent.render.cost.CostLimit;
import latent.render.header.HeaderGate;
import latent.store.OriginalStore;
import latent.store.Rendition;

/** Makes one rendition from its original: header first, then room, then the bytes, then the render. Thread-safe. */
public final class RenditionRenderer {
    private final OriginalStore originals;
    private final OriginalReader reader;
    private final Watermarks watermarks;
    private final RenderPermits permits;
    private final RenderAdmission admission;
    private final CountedRenders renders;

    /**
     * A renderer.
     *
     * @param versions     told of each version that is seen
     * @param maxHeldBytes in memory of originals that wait for room, or for another request
     * @param watermarks   keys of originals, by name
     * @param costLimit    fits the engine
     * @param cacheControl the header of every rendition, from us and from S3, of which its original's store says no other
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
        this.watermarks = new Watermarks(watermarks, reader);
        this.permits = permits;
        this.admission = new RenderAdmission(engine.capabilities(), costLimit);
        this.renders = new CountedRenders(engine, cacheControl, meters);
    }

    /** Refuses a key whose original was missing a moment ago. */
    void refuseKnownMissing(RenditionKey key) {
        reader.refuseKnownMissing(key.original());
    }

    /** Opens the original of a rendition in the background; the caller closes it. */
    Opening beginOpening(RenditionKey key) {
        return reader.begin(key.original());
    }

    /** Opens an original; the caller closes it. */
    Opened open(OriginalKey original) {
        return reader.open(original);
    }

    /** Leaves it to {@link #render} to open the original. */
    Opening openLater(RenditionKey key) {
        return Opening.later(() -> reader.open(key.original()));
    }

    /** What a render of this key would meet; nothing is rendered. */
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
     * Renders.
     *
     * @param opening of the key's original
     * @param charge  settled here with what it really cost
     * @throws Refusal when there is no original, it is no picture, or there is no room
     */
    Rendered render(RenditionKey key, Opening opening, Charge charge, Stopwatch watch) {
        Opening next = opening;
        for (int attempt = 0; attempt < OriginalReader.MAX_TRIES; attempt++) {
            try (Opened opened = open(key, next, charge, watch)) {
                Optional<Rendered> rendered = opened.header()
                        .map(header -> render(key, opened, header, charge, watch))
                        .orElseGet(() -> renderUnknown(key, opened, charge, watch));
                if (rendered.isPresent()) {
                    return rendered.get();
                }
            }
            next = openLater(key);
        }
        throw new FaultException(
                Fault.CHANGED_WHILE_READ,
                "the original of " + key + " changed " + OriginalReader.MAX_TRIES + " times while it was read");
    }

    private Opened open(RenditionKey key, Opening opening, Charge charge, Stopwatch watch) {
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

    private Opened await(RenditionKey key, Opening opening) {
        try {
            return opening.take();
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.ORIGINAL_MISSING) {
                reader.rememberMissing(key.original());
            }
            throw refusal;
        }
    }

    private Optional<Rendered> render(
            RenditionKey key, Opened opened, ImageHeader header, Charge charge, Stopwatch watch) {
        Needs needs = admission.expect(opened, header, key.transformation(), charge);
        try (var permit = watch.time(Stage.PERMIT, () -> admission.acquire(permits, needs, opened))) {
            return fetch(opened, charge, watch).map(fetched -> render(key, opened, fetched, charge, watch));
        } finally {
            opened.forgetBytes();
        }
    }

    /**
     * Of an original of which only the whole file tells what it is: it takes memory before anybody knows how much more its picture will. When that is
     * not free at once, the file is read again when it is, unless there is room for it among those that wait.
     */
    private Optional<Rendered> renderUnknown(RenditionKey key, Opened opened, Charge charge, Stopwatch watch) {
        ImageHeader header;
        try (Permit permit =
                watch.time(Stage.PERMIT, () -> permits.acquire(opened.original().bytes()))) {
            Optional<Fetched> fetched = fetch(opened, charge, watch);
            if (fetched.isEmpty()) {
                return Optional.empty();
            }
            header = fetched.get().file().header();
            Needs needs =
                    RenderAdmission.settlingRefusals(charge, () -> expectOffered(key, opened, fetched.get(), charge));
            if (!needs.takesSeconds() && permit.tryGrow(needs.memoryBytes())) {
                return Optional.of(render(key, opened, fetched.get(), charge, watch));
            }
        } finally {
            opened.forgetBytes();
        }
        return render(key, opened, header, charge, watch);
    }

    private Needs expectOffered(RenditionKey key, Opened opened, Fetched fetched, Charge charge) {
        ImageHeader header = fetched.file().header();
        admission.requireOffered(opened, header, key.transformation());
        return admission.expect(opened, header, key.transformation(), charge);
    }

    private Optional<Fetched> fetch(Opened opened, Charge charge, Stopwatch watch) {
        return RenderAdmission.settlingRefusals(charge, () -> watch.time(Stage.FETCH, () -> reader.fetch(opened)));
    }

    private Rendered render(RenditionKey key, Opened opened, Fetched original, Charge charge, Stopwatch watch) {
        admission.settle(original, key.transformation(), charge);
        Optional<SourceFile<byte[]>> watermark = watermarks.of(key.transformation());
        RenderJob job = new RenderJob(original.file(), key.transformation(), watermark, opened.reuse());
        Rendition made = renders.run(job, watch);
        return new Rendered(
                originals.cacheControl(key.original()).map(made::cached).orElse(made), original.eTag());
    }

    /**
     * A fresh rendition.
     *
     * @param sourceETag version of the original it was made from
     */
    record Rendered(Rendition rendition, String sourceETag) {}
}
