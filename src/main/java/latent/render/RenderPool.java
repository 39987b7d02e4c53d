package latent.render;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.RenderTooExpensive.Limit;

/**
 * Renders on a fixed number of platform threads, and refuses renditions that reached their deadline a while ago
 * ({@link ExpensiveRenditions}). Never on the caller's virtual thread: a render holds its carrier from start to end, and
 * two of them on two processors kept every other request waiting for 100 ms where it takes 0.2. There are as many threads as permits, so
 * a render never queues here unless one before it ran past its deadline.
 */
public final class RenderPool implements Engine {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    private static final long MOST_LOOKS = 20;

    private final Engine engine;
    private final RenderDeadline deadline;
    private final ExpensiveRenditions expensive = new ExpensiveRenditions(REMEMBERED, Ticker.systemTicker());
    private final ExecutorService threads;

    /**
     * A pool over an engine.
     *
     * @param deadline how long a caller waits, by the processor time of the render's thread and by the wall clock; an engine that cannot be
     *     stopped goes on for itself, and keeps its thread until it is done
     */
    public RenderPool(Engine engine, int threads, RenderDeadline deadline, Meters meters) {
        this.engine = engine;
        this.deadline = deadline;
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("render-", 0).daemon().factory());
        meters.watch(
                "latent.renditions.suspected",
                "Renditions whose render reached a limit within the last ten minutes.",
                expensive::size);
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
    public boolean sharesDecodes() {
        return engine.sharesDecodes();
    }

    @Override
    public byte[] render(RenderJob job) {
        expensive.refuseSuspect(job);
        RenderTask task = new RenderTask(engine, job);
        Future<byte[]> rendered = threads.submit(task);
        try {
            return await(rendered, task);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RenderTooExpensive tooExpensive) {
                throw expensive.refusal(job, tooExpensive.limit());
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the engine failed", e.getCause());
        } catch (TimeoutException e) {
            rendered.cancel(true);
            throw late(job, task);
        } catch (InterruptedException e) {
            rendered.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rendering", e);
        }
    }

    private byte[] await(Future<byte[]> rendered, RenderTask task)
            throws ExecutionException, InterruptedException, TimeoutException {
        long look = Math.max(1, deadline.processorTime().toNanos() / MOST_LOOKS);
        long start = System.nanoTime();
        while (true) {
            long left = deadline.wallTime().toNanos() - (System.nanoTime() - start);
            try {
                return rendered.get(Math.min(look, left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (left <= look || isOverProcessorTime(task)) {
                    throw e;
                }
            }
        }
    }

    private Refusal late(RenderJob job, RenderTask task) {
        if (!task.hasStarted()) {
            return new Refusal(Reason.NO_ROOM, "All renderers are busy.", TRY_AGAIN);
        }
        return expensive.refusal(job, isOverProcessorTime(task) ? Limit.PROCESSOR_TIME : Limit.WALL_TIME);
    }

    private boolean isOverProcessorTime(RenderTask task) {
        return task.processorTime().compareTo(deadline.processorTime()) >= 0;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        engine.close();
    }
}
