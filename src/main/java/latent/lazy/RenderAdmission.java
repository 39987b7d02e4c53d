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

/** Decides by an original's header whether a rendition is made, and what memory, time and tokens that takes. Thread-safe. */
final class RenderAdmission {
    /** About a second and a half of CPU time. */
    private static final long LONG_RENDER_KILOPIXELS = 120_000;

    private final EngineCapabilities capabilities;
    private final CostLimit costLimit;

    RenderAdmission(EngineCapabilities capabilities, CostLimit costLimit) {
        this.capabilities = capabilities;
        this.costLimit = costLimit;
    }

    /**
     * What a render needs before it begins.
     *
     * @param takesSeconds whether it counts as a long render, of which only some run at one time
     */
    record Needs(long memoryBytes, boolean takesSeconds) {}

    /**
     * Refuses what the engine does not support. The parts of the file that were read are read again first.
     *
     * @throws Refusal UNSUPPORTED_FORMAT
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
     * Estimates a render from the header, and raises the charge to its estimated price.
     *
     * @throws Refusal OVER_MAX_COST, after the charge is settled as a look-up and the parts of the file are read again
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
     * Settles the charge, with the header of the whole file: only that shows how many frames an animation has.
     *
     * @throws Refusal OVER_MAX_COST, with the charge settled by the pixels of the original
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

    /** The result of {@link #requireOffered} and {@link #expect}, without a charge. */
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
     * Waits for a permit.
     *
     * @param meanwhile run before the wait, when no permit is free at once
     * @throws Refusal NO_ROOM
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

    /** Settles the charge as a look-up when {@code look} throws a refusal. */
    static <T> T settlingRefusals(Charge charge, Supplier<T> look) {
        try {
            return look.get();
        } catch (Refusal refusal) {
            charge.settleLookUp();
            throw refusal;
        }
    }
}
