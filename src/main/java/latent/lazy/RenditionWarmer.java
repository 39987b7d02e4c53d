package latent.lazy;

import java.util.Optional;
import java.util.function.LongSupplier;
import latent.admission.Charge;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.lazy.OriginalReader.Opened;
import latent.lazy.RenditionStorage.Outcome;
import latent.metrics.Meters;
import latent.refusal.Refusal;
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
            RenditionRenderer renderer,
            OriginalVersions versions,
            RenditionStore renditions,
            LongSupplier nanoTime,
            Meters meters) {
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
        return warm(key).result() == Result.MADE;
    }

    /** What became of a rendition. */
    public enum Result {
        MADE,
        /** Somebody stored it before us. */
        THERE,
        /** The original has been replaced meanwhile, or the key names another version of it. */
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
    private Warmed warm(RenditionKey key) {
        RenditionRenderer.Rendered rendered =
                renderer.render(key, renderer.openLater(key), Charge.free(), new Stopwatch(nanoTime, meters));
        Outcome outcome = VersionedKeys.namesAnother(key, rendered.sourceETag())
                ? Outcome.OUTDATED
                : storage.store(
                        key,
                        VersionedKeys.cached(key, rendered.rendition(), rendered.sourceETag()),
                        rendered.sourceETag());
        Result result = switch (outcome) {
            case STORED -> Result.MADE;
            case ALREADY_THERE -> Result.THERE;
            case OUTDATED -> Result.OUTDATED;
        };
        return new Warmed(result, rendered.rendition().bytes().length);
    }

    /** The renditions of one original, of which the bytes stay in memory from the first that is made until this is closed. Used by one thread. */
    public Family family(OriginalKey original) {
        return new Family(original);
    }

    /** See {@link #family}. */
    public final class Family implements AutoCloseable {
        private final OriginalKey original;
        private Optional<Opened> held = Optional.empty();

        private Family(OriginalKey original) {
            this.original = original;
        }

        /**
         * Makes one rendition of it and stores it.
         *
         * @throws Refusal as {@link RenditionWarmer#make} does
         */
        public Warmed warm(RenditionKey key) {
            if (held.isEmpty()) {
                held = Optional.of(renderer.open(original));
            }
            return RenditionWarmer.this.warm(key);
        }

        @Override
        public void close() {
            held.ifPresent(Opened::close);
        }
    }
}
