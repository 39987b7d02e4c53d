package latent.render;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Renders on a fixed number of platform threads. Never on the caller's virtual thread: a render holds its carrier from start to end, and
 * two of them on two processors kept every other request waiting for 100 ms where it takes 0.2. There are as many threads as permits, so
 * a render never queues here unless one before it ran past its deadline.
 */
public final class RenderPool implements Engine {
    private final Engine engine;
    private final Duration deadline;
    private final ExecutorService threads;

    /**
     * A pool over an engine.
     *
     * @param deadline how long a caller waits; an engine that cannot be stopped goes on for itself, and keeps its thread until it is done
     */
    public RenderPool(Engine engine, int threads, Duration deadline) {
        this.engine = engine;
        this.deadline = deadline;
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("render-", 0).daemon().factory());
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public EngineCapabilities capabilities() {
        return engine.capabilities();
    }

    @Override
    public byte[] render(RenderJob job) {
        Future<byte[]> rendered = threads.submit(() -> engine.render(job));
        try {
            return rendered.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the engine failed", e.getCause());
        } catch (TimeoutException e) {
            rendered.cancel(true);
            throw new Refusal(Reason.NOT_A_PICTURE, "This picture takes too long to decode.");
        } catch (InterruptedException e) {
            rendered.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rendering", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        engine.close();
    }
}
