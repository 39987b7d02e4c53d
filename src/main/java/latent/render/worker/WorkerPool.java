package latent.render.worker;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.EngineCapabilities;
import latent.render.EngineUnavailable;
import latent.render.RenderJob;
import latent.render.RenderSettings;
import latent.render.vips.VipsEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders in worker processes. A render whose worker died is tried once more on another; if that one dies too, the original is under suspicion
 * ({@link Poison}) and is refused. Thread-safe; {@link #render} blocks its thread until a worker is free.
 */
public final class WorkerPool implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final int TRIES = 2;
    /**
     * How long a render waits for a worker. There is one for each, so it waits only where several have died: for a start, which takes 0.2 seconds,
     * and a few on a machine that has much else to do.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final WorkerSettings settings;
    private final EngineCapabilities capabilities;
    private final Poison poison;
    private final Crew crew;
    private final String name;

    /**
     * Starts the workers and waits for the first.
     *
     * @param program  the jar that runs, or its folder of classes: then workers may open files, because they must
     * @param aotCache made by {@link AotCache}; without one, workers take twice as long to be ready
     * @throws EngineUnavailable when no worker starts; the message says why
     */
    public WorkerPool(
            Path program, Path library, RenderSettings vips, WorkerSettings settings, Optional<Path> aotCache) {
        this.settings = settings;
        this.capabilities = VipsEngine.abilities(vips);
        this.poison = new Poison(settings.poisonedFor(), Ticker.systemTicker());
        boolean shutFiles = WorkerCommand.isArchive(program);
        WorkerArguments arguments = new WorkerArguments(library, vips, settings.memoryBytes(), shutFiles, false);
        this.crew =
                new Crew(new WorkerCommand(program, aotCache, arguments), settings.workers(), settings.restingBytes());
        try {
            this.name = crew.start();
        } catch (WorkerDied e) {
            crew.close();
            throw new EngineUnavailable(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EngineCapabilities capabilities() {
        return capabilities;
    }

    /** The longest that a render can take, waits and the second try included. */
    public Duration deadline() {
        return settings.deadline().plus(PATIENCE).multipliedBy(TRIES);
    }

    @Override
    public byte[] render(RenderJob job) {
        capabilities().require(job.header().format(), job.transformation());
        if (poison.holds(job.original().file())) {
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
        boolean killedFromOutside;
        try {
            return attempt(job);
        } catch (WorkerDied first) {
            LOG.warn("{} Its render is tried once more.", first.getMessage());
            killedFromOutside = first.killedFromOutside();
        }
        try {
            return attempt(job);
        } catch (WorkerDied second) {
            throw verdict(job, killedFromOutside || second.killedFromOutside(), second);
        }
    }

    private Refusal verdict(RenderJob job, boolean killedFromOutside, WorkerDied last) {
        if (poison.convicts(job.original().file(), killedFromOutside)) {
            LOG.warn("{} The original is refused for {}.", last.getMessage(), settings.poisonedFor());
            return culprit();
        }
        LOG.warn("{} The original may be tried again, and is refused if that ends in the same way.", last.getMessage());
        return new Refusal(Reason.NO_ROOM, "The renderers were stopped.", TRY_AGAIN);
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
            if (answered) {
                crew.giveBack(worker);
            } else {
                crew.dismiss(worker);
            }
        }
    }

    private WorkerProcess take() {
        try {
            return crew.take(PATIENCE)
                    .orElseThrow(() -> new Refusal(Reason.NO_ROOM, "All renderers are busy.", TRY_AGAIN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a render worker", e);
        }
    }

    /** The workers that are ready or at work now, by process id. */
    List<Long> pids() {
        return crew.pids();
    }

    private static Refusal culprit() {
        return new Refusal(Reason.NOT_A_PICTURE, "The original cannot be decoded: no renderer survives it.");
    }

    /** Kills the workers; a render under way is answered with a failure. */
    @Override
    public void close() {
        crew.close();
    }
}
