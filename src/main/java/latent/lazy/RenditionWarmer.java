package latent.lazy;

import java.util.function.LongSupplier;
import latent.admission.Charge;
import latent.key.RenditionKey;
import latent.lazy.RenditionStorage.Outcome;
import latent.metrics.Meters;
import latent.refusal.Refusal;
import latent.store.Rendition;
import latent.store.RenditionStore;

/**
 * Makes renditions before anyone asks: with the renderer and the permits of visitors, without their rate limits, and stored when it returns.
 * Thread-safe.
 */
public final class RenditionWarmer {
    private final RenditionRenderer renderer;
    private final RenditionStorage storage;
    private final LongSupplier nanoTime;
    private final Meters meters;

    public RenditionWarmer(
            RenditionRenderer renderer, OriginalVersions versions, RenditionStore renditions, LongSupplier nanoTime, Meters meters) {
        this.renderer = renderer;
        this.storage = RenditionStorage.asking(versions, renditions);
        this.nanoTime = nanoTime;
        this.meters = meters;
    }

    /**
     * Makes one rendition and stores it.
     *
     * @return false when somebody stored it before us, which is as good, or the original has changed once more, of which we shall be told,
     *     or the key names another version of the original than there is
     * @throws Refusal when there is no original, it is no picture, or there is no room
     */
    public boolean make(RenditionKey key) {
        RenditionRenderer.Rendered rendered =
                renderer.render(key, renderer.openLater(key), Charge.free(), new Stopwatch(nanoTime, meters));
        if (VersionedKeys.namesAnother(key, rendered.sourceETag())) {
            return false;
        }
        Rendition rendition = VersionedKeys.cached(key, rendered.rendition(), rendered.sourceETag());
        return storage.store(key, rendition, rendered.sourceETag()) == Outcome.STORED;
    }
}
