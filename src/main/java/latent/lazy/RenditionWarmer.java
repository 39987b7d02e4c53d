package latent.lazy;

import java.util.function.LongSupplier;
import latent.admission.Charge;
import latent.key.RenditionKey;
import latent.lazy.RenditionStorage.Outcome;
import latent.refusal.Refusal;
import latent.store.OriginalStore;
import latent.store.RenditionStore;

/**
 * Makes renditions before anyone asks: with the renderer and the permits of visitors, without their rate limits, and stored when it returns.
 * Thread-safe.
 */
public final class RenditionWarmer {
    private final RenditionRenderer renderer;
    private final RenditionStorage storage;
    private final LongSupplier nanoTime;

    public RenditionWarmer(
            RenditionRenderer renderer, OriginalStore originals, RenditionStore renditions, LongSupplier nanoTime) {
        this.renderer = renderer;
        this.storage = new RenditionStorage(originals, renditions);
        this.nanoTime = nanoTime;
    }

    /**
     * Makes one rendition and stores it.
     *
     * @return false when somebody stored it before us, which is as good, or the original has changed once more, of which we shall be told
     * @throws Refusal when there is no original, it is no picture, or there is no room
     */
    public boolean make(RenditionKey key) {
        return warm(key).result() == Result.MADE;
    }

    /** What became of a rendition. */
    public enum Result {
        MADE,
        /** Somebody stored it before us. */
        THERE,
        /** The original has been replaced meanwhile. */
        OUTDATED
    }

    /**
     * The same, with its size.
     *
     * @param bytes of the file that was rendered
     */
    public record Warmed(Result result, long bytes) {}

    /**
     * Makes one rendition and stores it, and says more of it.
     *
     * @throws Refusal as {@link #make} does
     */
    public Warmed warm(RenditionKey key) {
        RenditionRenderer.Rendered rendered = renderer.render(key, Charge.free(), new Stopwatch(nanoTime));
        Outcome outcome = storage.store(key, rendered.rendition(), rendered.sourceETag());
        Result result = switch (outcome) {
            case STORED -> Result.MADE;
            case ALREADY_THERE -> Result.THERE;
            case OUTDATED -> Result.OUTDATED;
        };
        return new Warmed(result, rendered.rendition().bytes().length);
    }
}
