package latent.lazy;

import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import latent.admission.Charge;
import latent.admission.Client;
import latent.admission.Price;
import latent.admission.RateLimits;
import latent.key.RenditionKey;
import latent.key.RequestedSize;
import latent.lazy.RenditionAnswer.Source;
import latent.lazy.SingleFlight.Landed;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.store.ReadableRendition;
import latent.store.Rendition;
import latent.store.RenditionStore;

/**
 * Answers requests for renditions, and makes a missing one once. Read it from the top. A rendition that waits to be stored, or is being made, is
 * shared. Otherwise tokens are set aside, and the first of concurrent requests for a key looks in the bucket, opens the original at the same time,
 * and renders only if nothing is stored. A client without tokens still gets what is stored. Thread-safe.
 */
public final class RenditionService {
    private final RateLimits rateLimits;
    private final RenditionStore renditions;
    private final RenditionRenderer renderer;
    private final WriteBack writeBack;
    private final Meters meters;
    private final LongSupplier nanoTime;
    private final SingleFlight<String, RenditionAnswer> flights = new SingleFlight<>();
    private final StoredLookUp<ReadableRendition> withoutTokens;
    private final LookUpHistory lookUps = new LookUpHistory();

    public RenditionService(
            RateLimits rateLimits,
            RenditionStore renditions,
            RenditionRenderer renderer,
            WriteBack writeBack,
            Meters meters,
            LongSupplier nanoTime) {
        this.rateLimits = rateLimits;
        this.renditions = renditions;
        this.renderer = renderer;
        this.writeBack = writeBack;
        this.meters = meters;
        this.nanoTime = nanoTime;
        this.withoutTokens = new StoredLookUp<>(renditions::find, nanoTime);
        meters.watch("latent.flights", "Keys being made now.", flights::size);
    }

    /**
     * Returns the rendition of this key: one that waits to be stored, one that is being made, a stored one, or a new one.
     *
     * @throws latent.refusal.Refusal when the request is refused; see {@link Reason}
     */
    public RenditionAnswer make(RenditionKey key, Client client) {
        Stopwatch watch = new Stopwatch(nanoTime, meters);
        RenditionAnswer answer =
                pending(key).or(() -> inFlight(key, watch)).orElseGet(() -> reserved(key, client, watch));
        meters.came(answer.source().label());
        return answer;
    }

    /**
     * Forecasts the answer to a request for this key, for the price of a look-up.
     *
     * @throws latent.refusal.Refusal when the client has no tokens for that
     */
    public RenditionForecast forecast(RenditionKey key, Client client) {
        try (Charge charge = rateLimits.reserve(client, key.original(), Price.LOOK_UP)) {
            Optional<Source> atHand = writeBack
                    .pending(key)
                    .map(pending -> Source.PENDING)
                    .or(() -> renditions.find(key).map(stored -> Source.STORED));
            RenditionForecast forecast = renderer.forecast(key);
            charge.settleLookUp();
            return forecast.with(atHand);
        }
    }

    private Optional<RenditionAnswer> pending(RenditionKey key) {
        return writeBack
                .pending(key)
                .map(ReadableRendition::of)
                .map(rendition -> new RenditionAnswer(rendition, Source.PENDING, Map.of()));
    }

    private Optional<RenditionAnswer> inFlight(RenditionKey key, Stopwatch watch) {
        return flights.underWay(key.value()).map(theirs -> shared(watch.time(Stage.SHARED, theirs), watch));
    }

    private RenditionAnswer reserved(RenditionKey key, Client client, Stopwatch watch) {
        Charge reserved;
        try {
            reserved = rateLimits.reserve(client, key.original(), atLeast(key));
        } catch (Refusal noTokens) {
            return storedAnyway(key, client, watch).orElseThrow(() -> noTokens);
        }
        try (Charge charge = reserved) {
            Landed<RenditionAnswer> landed =
                    flights.share(key.value(), () -> storedOrRendered(key, client, charge, watch));
            return landed.own() ? landed.value() : shared(landed.value(), watch);
        }
    }

    private Optional<RenditionAnswer> storedAnyway(RenditionKey key, Client client, Stopwatch watch) {
        return watch.time(Stage.STORED, () -> withoutTokens.find(key, client))
                .map(rendition -> new RenditionAnswer(rendition, Source.STORED, watch.stages()));
    }

    private RenditionAnswer storedOrRendered(RenditionKey key, Client client, Charge charge, Stopwatch watch) {
        try {
            renderer.refuseKnownMissing(key);
        } catch (Refusal missing) {
            return storedAnyway(key, client, watch).orElseThrow(() -> missing);
        }
        try (Beginning original = lookUps.mostlyFoundNothing() ? renderer.begin(key) : renderer.beginLater(key)) {
            Optional<ReadableRendition> stored = watch.time(Stage.STORED, () -> renditions.find(key));
            lookUps.found(stored.isPresent());
            return stored.map(rendition -> new RenditionAnswer(rendition, Source.STORED, watch.stages()))
                    .orElseGet(() -> rendered(key, original, charge, watch));
        }
    }

    private RenditionAnswer rendered(RenditionKey key, Beginning original, Charge charge, Stopwatch watch) {
        RenditionRenderer.Rendered rendered;
        try {
            rendered = renderer.render(key, original, charge, watch);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.ORIGINAL_MISSING) {
                withoutTokens.wasNotStored(key);
            }
            throw refusal;
        }
        Rendition rendition = VersionedKeys.cached(key, rendered.rendition(), rendered.sourceETag());
        if (!VersionedKeys.namesAnother(key, rendered.sourceETag())) {
            writeBack.enqueue(key, rendition, rendered.sourceETag());
            withoutTokens.forget(key);
        }
        return new RenditionAnswer(ReadableRendition.of(rendition), Source.RENDERED, watch.stages());
    }

    private static RenditionAnswer shared(RenditionAnswer theirs, Stopwatch watch) {
        return new RenditionAnswer(theirs.rendition(), Source.SHARED, watch.stages());
    }

    /** The lowest price: the pixels of the requested box. The actual price is known when the header has been read. */
    private static Price atLeast(RenditionKey key) {
        RequestedSize box = key.transformation().deviceBox();
        int width = box.width() > 0 ? box.width() : box.height();
        int height = box.height() > 0 ? box.height() : box.width();
        return Price.ofPixels((long) width * height);
    }
}
