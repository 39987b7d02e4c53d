package latent.render.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import latent.render.RenderJob;

/** One worker as the processor sees it: a process, two pipes, and what it says on its standard error. Asked by one thread at a time. */
final class WorkerProcess implements AutoCloseable {
    private final Process process;
    private final OutputStream jobs;
    private final DataInputStream answers;
    private final LastWords lastWords;
    private final ScheduledExecutorService clock;
    private String engine = "";
    private CompletableFuture<Void> gone = new CompletableFuture<>();

    private WorkerProcess(Process process, ScheduledExecutorService clock) {
        this.process = process;
        this.clock = clock;
        this.jobs = process.getOutputStream();
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
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
            Answer answer = worker.within(deadline, () -> Answer.read(worker.answers));
            if (answer instanceof Answer.Ready ready) {
                worker.engine = ready.engine();
                return worker;
            }
            worker.close();
            throw new WorkerDied(
                    answer instanceof Answer.Failed fault ? fault.what() : "A render worker spoke too soon.");
        } catch (IOException e) {
            throw new WorkerDied("A render worker cannot be started.", e);
        }
    }

    /**
     * Has one picture rendered.
     *
     * @throws WorkerDied when the worker ends, talks nonsense, or is killed because the deadline has passed
     */
    Answer ask(RenderJob job, Duration deadline) throws WorkerDied {
        return within(deadline, () -> {
            JobFrame.write(jobs, job);
            return Answer.read(answers);
        });
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
            close();
            throw new WorkerDied(
                    (late ? "A render worker had not answered after " + deadline : "A render worker died")
                            + lastWords.quoted(),
                    e);
        } finally {
            kill.cancel(false);
        }
    }

    /** Resident memory, in bytes; 0 where the system does not tell. */
    long residentBytes() {
        try {
            String pages = Files.readString(Path.of("/proc", Long.toString(pid()), "statm"))
                    .split(" ", 3)[1];
            return Long.parseLong(pages) * 4096;
        } catch (IOException notLinux) {
            return 0;
        }
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
        process.destroyForcibly();
    }
}
