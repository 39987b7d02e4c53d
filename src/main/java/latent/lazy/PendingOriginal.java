package latent.lazy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import latent.lazy.OriginalReader.Opened;

/** An original that is being opened by another thread, or will be by who takes it. Taken and closed by one thread; what was not taken is closed with it. */
final class PendingOriginal implements AutoCloseable {
    private final Supplier<Opened> open;
    private Optional<CompletableFuture<Opened>> begun = Optional.empty();

    private PendingOriginal(Supplier<Opened> open) {
        this.open = open;
    }

    /** Nothing is done until somebody takes it. */
    static PendingOriginal later(Supplier<Opened> open) {
        return new PendingOriginal(open);
    }

    /** It is done by a thread of its own, from now on. */
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
     * Waits for it. It belongs to the caller, who closes it.
     *
     * @throws latent.refusal.Refusal and whatever else opening it throws
     */
    Opened take() {
        Optional<CompletableFuture<Opened>> mine = begun;
        begun = Optional.empty();
        return mine.map(SingleFlight::await).orElseGet(open);
    }

    /** What nobody took is closed, now or when it is there; nobody waits for that. */
    @Override
    public void close() {
        begun.filter(opened -> !opened.cancel(false) && !opened.isCompletedExceptionally())
                .ifPresent(opened -> opened.join().close());
        begun = Optional.empty();
    }
}
