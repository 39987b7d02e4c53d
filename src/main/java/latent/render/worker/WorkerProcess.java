package latent.render.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import latent.render.RenderDeadline;
import latent.render.RenderJob;
import latent.render.ShrunkPicture;
import latent.time.AwakeClock;

/** A worker's process, with its two pipes, its shared memory and its standard error. Used by one thread at a time. */
final class WorkerProcess implements AutoCloseable {
    /** A start takes two seconds of a processor at most. Ended while it waits for them on a busy machine, it would begin anew and make that busier. */
    static final RenderDeadline START_DEADLINE = new RenderDeadline(Duration.ofSeconds(20), Duration.ofMinutes(5));

    private final Process process;
    private final OutputStream jobs;
    private final DataInputStream answers;
    private final ProcessMemory footprint;
    private final StandardErrorTail lastWords;
    private final ScheduledExecutorService clock;
    private volatile SharedMemoryWriter tray = SharedMemoryWriter.NONE;
    private String engine = "";
    private List<String> openTo = List.of();
    private final WorkerEnd end;
    private volatile boolean cleared = true;
    private final AwakeClock awake;
    private volatile long answeredNanos;
    private CompletableFuture<Void> gone = new CompletableFuture<>();

    private WorkerProcess(Process process, ScheduledExecutorService clock, AwakeClock awake) {
        this.process = process;
        this.clock = clock;
        this.awake = awake;
        this.answeredNanos = awake.nanoTime();
        this.jobs = process.getOutputStream();
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.footprint = ProcessMemory.of(process.pid());
        this.lastWords = new StandardErrorTail(process.getErrorStream());
        this.end = new WorkerEnd(process, lastWords);
    }

    /**
     * Starts a worker and waits until it is ready.
     *
     * @throws WorkerDied when it is not ready within the deadline
     */
    static WorkerProcess start(WorkerCommand command, ScheduledExecutorService clock, AwakeClock awake)
            throws WorkerDied {
        try {
            WorkerProcess worker = new WorkerProcess(command.start(), clock, awake);
            WorkerReply answer = worker.greeting();
            if (answer instanceof WorkerReply.Ready ready) {
                worker.tray = SharedMemoryWriter.of(worker.pid(), ready.inbox());
                worker.engine = ready.engine();
                worker.openTo = ready.openTo();
                return worker;
            }
            worker.close();
            throw new WorkerDied(
                    DeathCause.NOT_READY,
                    answer instanceof WorkerReply.Failed fault
                            ? fault.what()
                            : "A render worker sent an answer before it got a job.");
        } catch (IOException e) {
            throw new WorkerDied(DeathCause.NOT_READY, "A render worker cannot be started.", e);
        }
    }

    private WorkerReply greeting() throws WorkerDied {
        try {
            return within(START_DEADLINE, () -> WorkerReply.read(answers));
        } catch (RejectedExecutionException noClock) {
            close();
            throw noClock;
        }
    }

    /**
     * Has one picture rendered.
     *
     * @throws WorkerDied when the worker ends, sends an invalid answer, or is ended at the deadline
     */
    WorkerReply ask(RenderJob job, RenderDeadline deadline) throws WorkerDied {
        cleared = false;
        WorkerReply answer = within(deadline, () -> {
            JobFrame.write(jobs, tray, job);
            return WorkerReply.read(answers);
        });
        answeredNanos = awake.nanoTime();
        return answer;
    }

    /** The picture of which the last answer told the form. */
    ShrunkPicture<byte[]> takeDecoded(ShrunkPicture.Form form) throws WorkerDied {
        try {
            return new ShrunkPicture<>(form, tray.take(form.bytes()));
        } catch (IOException e) {
            close();
            throw new WorkerDied(DeathCause.CRASH, "What a render worker decoded cannot be read.", e);
        }
    }

    private interface Exchange {
        WorkerReply now() throws IOException;
    }

    private WorkerReply within(RenderDeadline deadline, Exchange exchange) throws WorkerDied {
        try (var guard = new DeadlineGuard(process.toHandle(), deadline, clock, end::by)) {
            return exchange.now();
        } catch (IOException e) {
            DeathCause cause = end.cause();
            close();
            throw new WorkerDied(cause, end.sentence(), e);
        }
    }

    /** Why it ended; waits a moment for a process that is about to end. */
    DeathCause causeOfDeath() {
        return end.cause();
    }

    /** How it ended, in a sentence with the end of its standard error. */
    String lastSentence() {
        return end.sentence();
    }

    /** Ends it, because there is no more use for it. */
    void retire() {
        end.by(DeathCause.RETIRED);
    }

    /** Resident memory, in bytes; 0 where the system does not tell. */
    long residentBytes() {
        return footprint.residentBytes();
    }

    /** Whether it has had nothing to do for so long, and has yet to be cleared. */
    boolean hasRested(Duration time) {
        return !cleared && isIdleFor(time);
    }

    /** Whether it has had nothing to do for so long, in time in which we were not stopped. */
    boolean isIdleFor(Duration time) {
        return awake.nanoTime() - answeredNanos >= time.toNanos();
    }

    /** Gives back the memory of its last original. */
    void clear() throws IOException {
        tray.empty();
        cleared = true;
    }

    /** Its engine and what its sandbox forbids, as text for the log. */
    String engine() {
        return engine;
    }

    /** What its sandbox does not forbid, because the system refuses the calls. */
    List<String> openTo() {
        return openTo;
    }

    /** Whether originals are not copied twice on their way to it. */
    boolean sharesMemory() {
        return !tray.equals(SharedMemoryWriter.NONE);
    }

    boolean isAlive() {
        return !gone.isDone() && process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Runs once the process has ended, or at once if it already has. */
    void whenGone(Runnable action) {
        gone = process.onExit().thenRun(action);
    }

    @Override
    public void close() {
        SharedMemoryWriter itsTray = tray;
        try (footprint;
                itsTray) {
            process.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
