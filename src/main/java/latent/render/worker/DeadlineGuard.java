package latent.render.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import latent.render.RenderDeadline;

/**
 * Watches one render of a worker and ends it when it has spent its processor time or its wall-clock time. Processor time is what the system
 * counts for all threads of the process ({@code /proc/<pid>/stat} on Linux), so that neither a busy machine nor a worker that was stopped for a
 * while spends it. Where the system does not tell, the wall clock alone counts, against the processor time. Of the wall clock, time in which this
 * very process was stopped does not count: AWS Lambda stops processor and workers together, between two requests, for minutes.
 */
final class DeadlineGuard implements AutoCloseable {
    private static final long LOOKS = 20;

    /** A check that is later than this comes after a stop of the process, or on an overloaded machine. */
    private static final Duration LONGEST_LATENESS = Duration.ofSeconds(1);

    private final ProcessHandle process;
    private final RenderDeadline deadline;
    private final Consumer<DeathCause> end;
    private final Optional<Duration> spentAtStart;
    private final LongSupplier nanoTime;
    private final long longestGapNanos;
    private long lookedNanos;
    private long passedNanos;
    private final ScheduledFuture<?> looking;

    /**
     * Starts to watch.
     *
     * @param end called at the deadline, on the clock's thread, and again at each later look
     */
    DeadlineGuard(
            ProcessHandle process, RenderDeadline deadline, ScheduledExecutorService clock, Consumer<DeathCause> end) {
        this(process, deadline, clock, System::nanoTime, end);
    }

    DeadlineGuard(
            ProcessHandle process,
            RenderDeadline deadline,
            ScheduledExecutorService clock,
            LongSupplier nanoTime,
            Consumer<DeathCause> end) {
        this.process = process;
        this.deadline = deadline;
        this.end = end;
        this.spentAtStart = spent();
        this.nanoTime = nanoTime;
        this.lookedNanos = nanoTime.getAsLong();
        long pause = Math.max(1, deadline.processorTime().toMillis() / LOOKS);
        this.longestGapNanos = Duration.ofMillis(pause).plus(LONGEST_LATENESS).toNanos();
        this.looking = clock.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Called by the clock. */
    synchronized void look() {
        long now = nanoTime.getAsLong();
        passedNanos += Math.min(now - lookedNanos, longestGapNanos);
        lookedNanos = now;
        Duration passed = Duration.ofNanos(passedNanos);
        Duration used = spentAtStart
                .flatMap(before -> spent().map(spent -> spent.minus(before)))
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
