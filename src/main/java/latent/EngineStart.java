package latent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import latent.render.Engine;

/** An engine that starts while other things do: render workers take longer than all the rest. */
final class EngineStart implements AutoCloseable {
    private final CompletableFuture<Engine> engine;

    private EngineStart(CompletableFuture<Engine> engine) {
        this.engine = engine;
    }

    /** Begins, on a thread of its own. */
    static EngineStart begin(Supplier<Engine> opening) {
        return new EngineStart(CompletableFuture.supplyAsync(
                opening, task -> Thread.ofPlatform().name("engine-start").start(task)));
    }

    /**
     * The engine, when it has started.
     *
     * @throws latent.render.EngineUnavailable as its opening does
     */
    Engine await() {
        try {
            return engine.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Closes what has started. */
    @Override
    public void close() {
        try {
            engine.join().close();
        } catch (CompletionException notStarted) {
            // whoever waited for it knows why
        }
    }
}
