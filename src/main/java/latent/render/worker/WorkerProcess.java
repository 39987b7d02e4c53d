package latent.render.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import latent.render.RenderJob;

/**
 * One worker as the processor sees it: a process, two pipes, a place for originals, and what it says on its standard error. Asked by one thread
 * at a time.
 */
final class WorkerProcess implements AutoCloseable {
    /** Exit codes of a process that was told to end: 128 and SIGHUP, SIGINT, SIGKILL, SIGTERM. A fault of its own has another. */
    private static final Set<Integer> FROM_OUTSIDE = Set.of(129, 130, 137, 143);

    private static final Duration END = Duration.ofSeconds(1);

    private final Process process;
    private final OutputStream jobs;
    private final DataInputStream answers;
    private final Footprint footprint;
    private final LastWords lastWords;
    private final ScheduledExecutorService clock;
    private volatile Tray tray = Tray.NONE;
    private String engine = "";
    private volatile boolean cleared = true;
    private volatile long answeredNanos = System.nanoTime();
    private CompletableFuture<Void> gone = new CompletableFuture<>();

    private WorkerProcess(Process process, ScheduledExecutorService clock) {
        this.process = process;
        this.clock = clock;
        this.jobs = process.getOutputStream();
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.footprint = Footprint.of(process.pid());
        this.lastWords = new LastWords(process.getErrorStream());
    }

    /**
     * Starts a worker and waits until it is ready.
     *
     * @throws WorkerDied when it is not ready within the deadline
     */
    static WorkerProcess start(WorkerCommand command, Duration deadline, ScheduledExecutorService clock)
            throws WorkerDied {
        try {
            WorkerProcess worker = new WorkerProcess(command.start(), clock);
            Answer answer = worker.greeting(deadline);
            if (answer instanceof Answer.Ready ready) {
                worker.tray = Tray.of(worker.pid(), ready.inbox());
                worker.engine = ready.engine();
                return worker;
            }
            worker.close();
            throw new WorkerDied(
                    answer instanceof Answer.Failed fault ? fault.what() : "A render worker spoke too soon.");
        } catch (IOException e) {
            throw new WorkerDied("A render worker cannot be started.", false, e);
        }
    }

    private Answer greeting(Duration deadline) throws WorkerDied {
        try {
            return within(deadline, () -> Answer.read(answers));
        } catch (RejectedExecutionException noClock) {
            close();
            throw noClock;
        }
    }

    /**
     * Has one picture rendered.
     *
     * @throws WorkerDied when the worker ends, talks nonsense, or is killed because the deadline has passed
     */
    Answer ask(RenderJob job, Duration deadline) throws WorkerDied {
        cleared = false;
        Answer answer = within(deadline, () -> {
            JobFrame.write(jobs, tray, job);
            return Answer.read(answers);
        });
        answeredNanos = System.nanoTime();
        return answer;
    }

    private interface Exchange {
        Answer now() throws IOException;
    }

    private Answer within(Duration deadline, Exchange exchange) throws WorkerDied {
        ScheduledFuture<?> kill = clock.schedule(process::destroyForcibly, deadline.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange.now();
        } catch (IOException e) {
            boolean late = kill.getDelay(TimeUnit.MILLISECONDS) <= 0;
            boolean killedFromOutside = !late && wasKilled();
            close();
            String how = late
                    ? "A render worker had not answered after " + deadline
                    : killedFromOutside ? "A render worker was killed" : "A render worker died";
            throw new WorkerDied(how + lastWords.quoted(), killedFromOutside, e);
        } finally {
            kill.cancel(false);
        }
    }

    private boolean wasKilled() {
        try {
            return process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS) && FROM_OUTSIDE.contains(process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Resident memory, in bytes; 0 where the system does not tell. */
    long residentBytes() {
        return footprint.residentBytes();
    }

    /** Whether it has had nothing to do for so long, and has yet to be cleared. */
    boolean hasRested(Duration time) {
        return !cleared && isIdleFor(time);
    }

    /** Whether it has had nothing to do for so long. */
    boolean isIdleFor(Duration time) {
        return System.nanoTime() - answeredNanos >= time.toNanos();
    }

    /** Gives back the memory of its last original. */
    void clear() throws IOException {
        tray.empty();
        cleared = true;
    }

    /** Its engine and what it is shut in by, in words. */
    String engine() {
        return engine;
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
        Tray itsTray = tray;
        try (footprint;
                itsTray) {
            process.destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
