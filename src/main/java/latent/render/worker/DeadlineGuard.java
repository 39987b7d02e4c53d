package latent.render.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import latent.render.RenderDeadline;

/**
 * Watches one render of a worker and ends it when it has spent its processor time or its wall-clock time. Processor time is what the system
 * counts for all threads of the process ({@code /proc/<pid>/stat} on Linux), so that neither a busy machine nor a worker that was stopped for a
 * while spends it. Where the system does not tell, the wall clock alone counts, against the processor time.
 */
final class DeadlineGuard implements AutoCloseable {
    private static final long LOOKS = 20;

    private final ProcessHandle process;
    private final RenderDeadline deadline;
    private final Consumer<DeathCause> end;
    private final Optional<Duration> spentAtStart;
    private final long startNanos = System.nanoTime();
    private final ScheduledFuture<?> looking;

    /**
     * Starts to watch.
     *
     * @param end called at the deadline, on the clock's thread, and again at each later look
     */
    DeadlineGuard(
            ProcessHandle process, RenderDeadline deadline, ScheduledExecutorService clock, Consumer<DeathCause> end) {
        this.process = process;
        this.deadline = deadline;
        this.end = end;
        this.spentAtStart = spent();
        long pause = Math.max(1, deadline.processorTime().toMillis() / LOOKS);
        this.looking = clock.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void look() {
        Duration passed = Duration.ofNanos(System.nanoTime() - startNanos);
        Duration used = spentAtStart
                .flatMap(before -> spent().map(now -> now.minus(before)))
                .orElse(passed);
        if (used.compareTo(deadline.processorTime()) >= 0) {
            end.accept(DeathCause.PROCESSOR_TIME);
        } else if (passed.compareTo(deadline.wallTime()) >= 0) {
            end.accept(DeathCause.WALL_TIME);
        }
    }

    private Optional<Duration> spent() {
        return process.info().totalCpuDuration();
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
