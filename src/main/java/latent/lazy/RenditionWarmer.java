package latent.lazy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import latent.admission.Charge;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.lazy.OriginalReader.Opened;
import latent.lazy.RenditionRenderer.Rendered;
import latent.lazy.RenditionStorage.Outcome;
import latent.metrics.Meters;
import latent.refusal.Refusal;
import latent.store.RenditionStore;

/** Makes and stores renditions before anyone asks. It shares the renderer and the permits with visitors, but has no rate limits. Thread-safe. */
public final class RenditionWarmer {
    /** Renditions of one family that are stored while the next is rendered; each is in memory. */
    private static final int STORED_AT_ONE_TIME = 4;

    private final RenditionRenderer renderer;
    private final RenditionStorage storage;
    private final Semaphore turns;
    private final LongSupplier nanoTime;
    private final Meters meters;

    /** @param threads families that are rendered at one time */
    public RenditionWarmer(
            RenditionRenderer renderer,
            OriginalVersions versions,
            RenditionStore renditions,
            int threads,
            LongSupplier nanoTime,
            Meters meters) {
        this.renderer = renderer;
        this.storage = RenditionStorage.asking(versions, renditions);
        this.turns = new Semaphore(threads, true);
        this.nanoTime = nanoTime;
        this.meters = meters;
    }

    /**
     * Makes and stores one rendition.
     *
     * @return false when it is stored already, the original has been replaced meanwhile, or the key names another version than there is
     * @throws Refusal when there is no original, it is no picture, or no permit is free in time
     */
    public boolean make(RenditionKey key) {
        return stored(key, rendered(key)).result() == Result.MADE;
    }

    /** How making a rendition ended. */
    public enum Result {
        MADE,
        /** Somebody stored it before us. */
        THERE,
        /** The original has been replaced meanwhile, or the key names another version of it. */
        OUTDATED
    }

    /**
     * How making a rendition ended.
     *
     * @param bytes size of the rendered file
     */
    public record Warmed(Result result, long bytes) {}

    private Rendered rendered(RenditionKey key) {
        return renderer.renderOriginal(key, Charge.free(), new Stopwatch(nanoTime, meters));
    }

    private Warmed stored(RenditionKey key, Rendered rendered) {
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

    /**
     * The renditions of one original, rendered one after the other, so that pixels decoded for one serve the next. The original stays in memory from
     * {@link Family#begin} until the family is closed. Not thread-safe.
     */
    public Family family(OriginalKey original) {
        return new Family(original);
    }

    /** See {@link #family}. */
    public final class Family implements AutoCloseable {
        private final OriginalKey original;
        private final Semaphore storing = new Semaphore(STORED_AT_ONE_TIME);
        private Optional<Opened> held = Optional.empty();
        private boolean turn;

        private Family(OriginalKey original) {
            this.original = original;
        }

        /**
         * Opens the original and waits for a turn, while the file is fetched. A turn lasts for the whole family: with a turn for each rendition, each
         * would decode the original again.
         *
         * @throws Refusal when there is no original, or it is no picture
         */
        public void begin() {
            Opened opened = renderer.open(original);
            held = Optional.of(opened);
            turn = turns.tryAcquire();
            if (!turn) {
                opened.fetchAhead();
                turns.acquireUninterruptibly();
                turn = true;
            }
        }

        /**
         * Renders one rendition and stores it in the background. Blocks while four others of the family are being stored.
         *
         * @return completes when it is stored, exceptionally when that fails
         * @throws Refusal as {@link RenditionWarmer#make} does
         */
        public CompletableFuture<Warmed> make(RenditionKey key) {
            Rendered rendered = rendered(key);
            CompletableFuture<Warmed> stored = new CompletableFuture<>();
            storing.acquireUninterruptibly();
            Thread.ofVirtual().name("store-rendition").start(() -> {
                try {
                    stored.complete(stored(key, rendered));
                } catch (RuntimeException | Error failure) {
                    stored.completeExceptionally(failure);
                } finally {
                    storing.release();
                }
            });
            return stored;
        }

        /** The next family has its turn; what is being stored is stored all the same. */
        @Override
        public void close() {
            held.ifPresent(Opened::close);
            held = Optional.empty();
            if (turn) {
                turns.release();
                turn = false;
            }
        }
    }
}
