package latent.render.worker;

import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import latent.metrics.Meters;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.EngineCapabilities;
import latent.render.EngineUnavailable;
import latent.render.RenderDeadline;
import latent.render.RenderJob;
import latent.render.RenderSettings;
import latent.render.RenderTooExpensive;
import latent.render.ShrunkPicture;
import latent.render.vips.VipsEngine;

/**
 * Renders in worker processes. A render whose worker crashed or was killed is tried once more on another; if that one dies too, the original is
 * under suspicion ({@link CrashingOriginals}) and is refused. A render that reached a limit is not tried again. Thread-safe; {@link #render} blocks its thread until a worker is free.
 */
public final class WorkerPool implements Engine {
    static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final WorkerSettings settings;
    private final EngineCapabilities capabilities;
    private final CrashingOriginals crashing;
    private final WorkerRecords records;
    private final WorkerSupervisor supervisor;
    private final String name;

    /**
     * Starts the first worker and waits for it; the others start two seconds later, or when one is wanted and none is idle.
     *
     * @param program  the jar that runs, or its folder of classes: then workers may open files, because they must
     * @param aotCache made by {@link AotCache}; without one, workers take twice as long to be ready
     * @throws EngineUnavailable when no worker starts; the message says why
     */
    public WorkerPool(
            Path program,
            Path library,
            RenderSettings vips,
            WorkerSettings settings,
            Optional<Path> aotCache,
            Meters meters) {
        this.settings = settings;
        this.crashing = new CrashingOriginals(settings.poisonedFor(), Ticker.systemTicker());
        boolean shutFiles = WorkerCommand.isArchive(program);
        WorkerArguments arguments = new WorkerArguments(library, vips, settings.memoryBytes(), shutFiles, false);
        this.records = new WorkerRecords(meters);
        this.supervisor = new WorkerSupervisor(
                new WorkerCommand(program, aotCache, arguments), settings.workers(), settings.restingBytes(), records);
        records.watch(() -> supervisor.pids().size(), supervisor::residentBytes, crashing::size);
        try {
            this.name = supervisor.start(WorkerSupervisor.FIRST_ALONE);
        } catch (WorkerDied e) {
            supervisor.close();
            throw new EngineUnavailable(String.valueOf(e.getMessage()), e);
        }
        this.capabilities = VipsEngine.abilities(vips, name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EngineCapabilities capabilities() {
        return capabilities;
    }

    /** The longest that a render can take, waits and the second try included in its wall-clock time. */
    public RenderDeadline deadline() {
        return settings.deadline();
    }

    @Override
    public boolean sharesDecodes() {
        return true;
    }

    @Override
    public byte[] render(RenderJob job) {
        capabilities().require(job.header().format(), job.transformation());
        crashing.refuseIfKnown(job.original().file());
        return switch (answer(job)) {
            case WorkerReply.Rendition rendition -> {
                records.decoded(job.reuse().given().isPresent());
                yield rendition.bytes();
            }
            case WorkerReply.Refused no -> throw no.refusal();
            case WorkerReply.Failed fault ->
                throw new FaultException(Fault.RENDER_FAILED, "in a render worker: " + fault.what());
            case WorkerReply.Ready again -> throw new IllegalStateException("a render worker is ready twice");
        };
    }

    private WorkerReply answer(RenderJob job) {
        long end = System.nanoTime() + settings.deadline().wallTime().toNanos();
        boolean killedFromOutside;
        try {
            return attempt(job, end);
        } catch (WorkerDied first) {
            throwIfTooExpensive(first);
            killedFromOutside = first.reason() == DeathCause.KILLED;
        }
        try {
            return attempt(job, end);
        } catch (WorkerDied second) {
            throwIfTooExpensive(second);
            throw crashing.refusalAfter(
                    job.original().file(),
                    killedFromOutside || second.reason() == DeathCause.KILLED,
                    String.valueOf(second.getMessage()));
        }
    }

    /** What reached a limit would reach it again: there is no second try, and the original is not to blame. */
    private static void throwIfTooExpensive(WorkerDied death) {
        switch (death.reason()) {
            case PROCESSOR_TIME -> throw new RenderTooExpensive(RenderTooExpensive.Limit.PROCESSOR_TIME, death);
            case WALL_TIME -> throw new RenderTooExpensive(RenderTooExpensive.Limit.WALL_TIME, death);
            case MEMORY -> throw new RenderTooExpensive(RenderTooExpensive.Limit.MEMORY, death);
            case CRASH, KILLED, RETIRED, NOT_READY -> {}
        }
    }

    /**
     * Renders on a worker that has no other job: if it ends, this job or something outside has ended it.
     *
     * @param endNanos when the wall-clock time of both tries together is over
     */
    private WorkerReply attempt(RenderJob job, long endNanos) throws WorkerDied {
        WorkerProcess worker = take(endNanos - System.nanoTime());
        boolean answered = false;
        try {
            Duration left = Duration.ofNanos(Math.max(1, endNanos - System.nanoTime()));
            WorkerReply answer = worker.ask(job, settings.deadline().withinWallTime(left));
            handOut(worker, answer, job);
            answered = true;
            return answer;
        } finally {
            if (answered) {
                supervisor.giveBack(worker);
            } else {
                supervisor.dismiss(worker);
            }
        }
    }

    /** A worker that was taken over by a hostile file may send what it likes, but no picture of another size than the original's. */
    private static void handOut(WorkerProcess worker, WorkerReply answer, RenderJob job) throws WorkerDied {
        if (!(answer instanceof WorkerReply.Rendition rendition)
                || rendition.decoded().isEmpty()
                || job.reuse().wanted().isEmpty()) {
            return;
        }
        ShrunkPicture.Form form = rendition.decoded().get();
        if (form.isOf(job.header())) {
            job.reuse().wanted().get().accept(worker.takeDecoded(form));
        }
    }

    private WorkerProcess take(long nanosLeft) {
        try {
            Duration patience = Duration.ofNanos(Math.min(settings.patience().toNanos(), nanosLeft));
            return supervisor
                    .take(patience)
                    .orElseThrow(() -> new Refusal(Reason.NO_ROOM, "All renderers are busy.", TRY_AGAIN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a render worker", e);
        }
    }

    /** The workers that are ready or at work now, by process id. */
    List<Long> pids() {
        return supervisor.pids();
    }

    /** Kills the workers; a render under way is answered with a failure. */
    @Override
    public void close() {
        supervisor.close();
    }
}
