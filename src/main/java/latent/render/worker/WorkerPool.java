package latent.render.worker;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;
import latent.render.Repertoire;
import latent.render.vips.VipsEngine;
import latent.render.vips.VipsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders in worker processes. A worker that dies, misses its deadline or has grown too large is replaced at once, in the background. A render
 * whose worker died is tried once more on another; if that one dies too the original is the culprit, is refused, and is refused unseen for a
 * while. Thread-safe; {@link #render} blocks its thread until a worker is free.
 */
public final class WorkerPool implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final Duration START_DEADLINE = Duration.ofSeconds(20);
    /** One more than renders at a time: when a worker dies, nobody waits for its successor, whose start a busy machine draws out. */
    private static final int SPARES = 1;

    private static final Duration PAUSE_AFTER_FAILED_START = Duration.ofSeconds(1);

    private final WorkerCommand command;
    private final WorkerSettings settings;
    private final Repertoire repertoire;
    private final Poison poison;
    private final String name;
    private final BlockingDeque<WorkerProcess> idle = new LinkedBlockingDeque<>();
    private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("render-worker-clock").factory());
    private final ExecutorService starter = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("render-worker-starter").factory());
    private volatile boolean closed;

    /**
     * Starts the workers and waits for the first.
     *
     * @param program  the jar that runs, or its folder of classes: then workers may open files, because they must
     * @param aotCache made by {@link AotCache}; without one, workers take twice as long to be ready
     * @throws IllegalStateException when no worker starts; the message says why
     */
    public WorkerPool(Path program, Path library, VipsSettings vips, WorkerSettings settings, Optional<Path> aotCache) {
        this.settings = settings;
        this.repertoire = VipsEngine.abilities(vips);
        this.poison = new Poison(settings.poisonedFor(), Ticker.systemTicker());
        boolean shutFiles = WorkerCommand.isArchive(program);
        this.command = new WorkerCommand(
                program, aotCache, new WorkerArguments(library, vips, settings.memoryBytes(), shutFiles, false));
        this.name = startFirst();
        for (int i = 1; i < settings.workers() + SPARES; i++) {
            starter.execute(this::startOne);
        }
    }

    private String startFirst() {
        try {
            WorkerProcess first = WorkerProcess.start(command, START_DEADLINE, clock);
            employ(first);
            return first.engine();
        } catch (WorkerDied e) {
            close();
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Repertoire repertoire() {
        return repertoire;
    }

    @Override
    public byte[] render(RenderJob job) {
        repertoire().require(job.header().format(), job.transformation());
        if (poison.holds(job.original())) {
            throw culprit();
        }
        return switch (answer(job)) {
            case Answer.Rendition rendition -> rendition.bytes();
            case Answer.Refused no -> throw no.refusal();
            case Answer.Failed fault -> throw new IllegalStateException("in a render worker: " + fault.what());
            case Answer.Ready again -> throw new IllegalStateException("a render worker is ready twice");
        };
    }

    private Answer answer(RenderJob job) {
        try {
            return attempt(job);
        } catch (WorkerDied first) {
            LOG.warn("{} Its render is tried once more.", first.getMessage());
        }
        try {
            return attempt(job);
        } catch (WorkerDied second) {
            LOG.warn("{} The original is refused for {}.", second.getMessage(), settings.poisonedFor());
            poison.add(job.original());
            throw culprit();
        }
    }

    /** On a worker of its own: whatever dies here was killed by this job or from outside. */
    private Answer attempt(RenderJob job) throws WorkerDied {
        WorkerProcess worker = take();
        boolean answered = false;
        try {
            Answer answer = worker.ask(job, settings.deadline());
            answered = true;
            return answer;
        } finally {
            if (answered && worker.residentBytes() <= settings.restingBytes()) {
                idle.addFirst(worker);
            } else {
                dismiss(worker);
            }
        }
    }

    /** The one that was used last, whose memory is still warm. */
    private WorkerProcess take() {
        long patience = settings.deadline().toNanos();
        long start = System.nanoTime();
        try {
            while (!closed) {
                WorkerProcess worker = idle.pollFirst(patience - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
                if (worker == null) {
                    throw new Refusal(Reason.NO_ROOM, "All renderers are busy.", Duration.ofSeconds(1));
                }
                if (worker.isAlive()) {
                    return worker;
                }
            }
            throw new IllegalStateException("the render workers have been stopped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a render worker", e);
        }
    }

    private void startOne() {
        try {
            employ(WorkerProcess.start(command, START_DEADLINE, clock));
        } catch (WorkerDied e) {
            LOG.error("No render worker could be started: {}", e.getMessage());
            if (!closed) {
                CompletableFuture.delayedExecutor(PAUSE_AFTER_FAILED_START.toMillis(), TimeUnit.MILLISECONDS, starter)
                        .execute(this::startOne);
            }
        }
    }

    private void employ(WorkerProcess worker) {
        all.add(worker);
        worker.whenGone(() -> dismiss(worker));
        idle.addFirst(worker);
        if (closed) {
            worker.close();
        }
    }

    /** Once for each worker, however many notice that it is gone. */
    private void dismiss(WorkerProcess worker) {
        idle.remove(worker);
        worker.close();
        if (all.remove(worker) && !closed) {
            starter.execute(this::startOne);
        }
    }

    /** The workers that are ready or at work now, by process id. */
    List<Long> pids() {
        return all.stream()
                .filter(WorkerProcess::isAlive)
                .map(WorkerProcess::pid)
                .toList();
    }

    private static Refusal culprit() {
        return new Refusal(Reason.NOT_A_PICTURE, "The original cannot be decoded: no renderer survives it.");
    }

    /** Kills the workers; a render under way is answered with a failure. */
    @Override
    public void close() {
        closed = true;
        all.forEach(WorkerProcess::close);
        clock.shutdownNow();
        starter.shutdownNow();
    }
}
