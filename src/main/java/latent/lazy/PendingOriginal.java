package latent.lazy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import latent.lazy.OriginalReader.Opened;

/**
 * An original that is being opened in the background, or will be opened on first use. Used by one thread. Closing it closes an original that was
 * never taken.
 */
final class PendingOriginal implements AutoCloseable {
    private final Supplier<Opened> open;
    private Optional<CompletableFuture<Opened>> begun = Optional.empty();

    private PendingOriginal(Supplier<Opened> open) {
        this.open = open;
    }

    /** Opens the original in {@link #take}. */
    static PendingOriginal later(Supplier<Opened> open) {
        return new PendingOriginal(open);
    }

    /** Starts opening the original at once, on another thread. */
    static PendingOriginal now(Supplier<Opened> open) {
        PendingOriginal opening = new PendingOriginal(open);
        CompletableFuture<Opened> opened = new CompletableFuture<>();
        opening.begun = Optional.of(opened);
        Thread.ofVirtual().name("open-original").start(() -> {
            try {
                Opened original = open.get();
                if (!opened.complete(original)) {
                    original.close(); // nobody takes it any more
                }
            } catch (RuntimeException | Error failure) {
                opened.completeExceptionally(failure);
            }
        });
        return opening;
    }

    /**
     * Waits until the original is open. The caller closes it.
     *
     * @throws latent.refusal.Refusal and whatever else opening throws
     */
    Opened take() {
        Optional<CompletableFuture<Opened>> mine = begun;
        begun = Optional.empty();
        return mine.map(SingleFlight::await).orElseGet(open);
    }

    /** Closes the original if it was not taken: now, or as soon as it is open, without waiting for that. */
    @Override
    public void close() {
        begun.filter(opened -> !opened.cancel(false) && !opened.isCompletedExceptionally())
                .ifPresent(opened -> opened.join().close());
        begun = Optional.empty();
    }
}
