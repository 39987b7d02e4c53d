package latent.lazy;

import java.util.Optional;
import java.util.function.Supplier;
import latent.admission.Charge;
import latent.admission.Price;
import latent.admission.RenderPermits;
import latent.admission.RenderPermits.Permit;
import latent.image.ImageHeader;
import latent.key.Transformation;
import latent.lazy.OriginalReader.Opened;
import latent.lazy.RenditionForecast.Expected;
import latent.lazy.RenditionForecast.OpenedOriginal;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.EngineCapabilities;
import latent.render.RenderMemory;
import latent.render.cost.CostLimit;
import latent.render.cost.RenderCost;
import latent.store.Original;

/** Whether a rendition of an original is made, and what it takes; by the original's header. Thread-safe. */
final class RenderAdmission {
    /** About a second and a half of CPU time. */
    private static final long LONG_RENDER_KILOPIXELS = 120_000;

    private final EngineCapabilities capabilities;
    private final CostLimit costLimit;

    RenderAdmission(EngineCapabilities capabilities, CostLimit costLimit) {
        this.capabilities = capabilities;
        this.costLimit = costLimit;
    }

    /** What a render needs before it begins. */
    record Needs(long memoryBytes, boolean takesSeconds) {}

    /**
     * Refuses what the engine cannot do, when a second reading says the same.
     *
     * @throws Refusal UNSUPPORTED_FORMAT, or what else the engine has not
     */
    void requireOffered(Opened opened, ImageHeader header, Transformation transformation) {
        try {
            capabilities.require(header.format(), transformation);
        } catch (Refusal refusal) {
            opened.parts().confirm();
            throw refusal;
        }
    }

    /**
     * What the header makes us expect; the charge knows it from now on.
     *
     * @throws Refusal OVER_MAX_COST, settled as a look-up, when a second reading says the same
     */
    Needs expect(Opened opened, ImageHeader header, Transformation transformation, Charge charge) {
        try {
            Price price = price(costLimit.admit(header, opened.original().bytes(), transformation));
            charge.raise(price);
            return new Needs(
                    RenderMemory.estimate(header, transformation), price.kilopixels() > LONG_RENDER_KILOPIXELS);
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.OVER_MAX_COST) {
                charge.settleLookUp();
                opened.parts().confirm();
            }
            throw refusal;
        }
    }

    /**
     * Settles the charge, with the whole file at hand: only then an animation tells its frames.
     *
     * @param header of the whole file
     * @throws Refusal OVER_MAX_COST, settled by the original's pixels
     */
    void settle(Opened opened, ImageHeader header, Transformation transformation, Charge charge) {
        try {
            charge.settle(price(costLimit.admit(header, opened.original().bytes(), transformation)));
        } catch (Refusal refusal) {
            charge.settle(Price.ofPixels(header.stored().pixels()));
            throw refusal;
        }
    }

    /**
     * The price of a rendition that begins with something else than its original: what it is with the original.
     *
     * @param header of the original
     * @param bytes  of the original's file
     * @throws Refusal as {@link #requireOffered} and {@link #expect} do, of an original that nobody has looked at
     */
    Price price(ImageHeader header, long bytes, Transformation transformation) {
        capabilities.require(header.format(), transformation);
        return price(costLimit.admit(header, bytes, transformation));
    }

    /** What {@link #requireOffered} and {@link #expect} would say, without a charge. */
    RenditionForecast forecast(String from, Opened opened, Transformation transformation) {
        Original original = opened.original();
        Optional<OpenedOriginal> facts =
                Optional.of(new OpenedOriginal(original.bytes(), original.eTag(), opened.header()));
        Optional<Expected> expected = Optional.empty();
        Optional<Refusal> refused = Optional.empty();
        try {
            if (opened.header().isPresent()) {
                ImageHeader header = opened.header().get();
                capabilities.require(header.format(), transformation);
                RenderCost cost = costLimit.model().of(header, original.bytes(), transformation);
                expected = Optional.of(new Expected(
                        cost.cpuSeconds(), price(cost).kilopixels(), RenderMemory.estimate(header, transformation)));
                costLimit.admit(header, original.bytes(), transformation);
            }
        } catch (Refusal refusal) {
            refused = Optional.of(refusal);
        }
        return new RenditionForecast(Optional.empty(), from, facts, expected, refused);
    }

    private static Price price(RenderCost cost) {
        return Price.ofPixels(cost.photographPixels());
    }

    /**
     * A permit for a render.
     *
     * @param meanwhile done by who has to wait for room
     */
    Permit acquire(RenderPermits permits, Needs needs, Runnable meanwhile) {
        if (needs.takesSeconds()) {
            meanwhile.run();
            return permits.acquireLong(needs.memoryBytes());
        }
        return permits.acquireNow(needs.memoryBytes()).orElseGet(() -> {
            meanwhile.run();
            return permits.acquire(needs.memoryBytes());
        });
    }

    /** A refusal by the header costs a look-up. */
    static <T> T settlingRefusals(Charge charge, Supplier<T> look) {
        try {
            return look.get();
        } catch (Refusal refusal) {
            charge.settleLookUp();
            throw refusal;
        }
    }
}
