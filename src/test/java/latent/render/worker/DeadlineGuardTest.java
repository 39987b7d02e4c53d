package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import latent.render.RenderDeadline;
import org.junit.jupiter.api.Test;

/** The test turns the clock and makes the checks itself; real ones would come once in ten minutes. */
class DeadlineGuardTest {
    private static final RenderDeadline DEADLINE = new RenderDeadline(Duration.ofMinutes(200), Duration.ofMinutes(600));

    private final AtomicLong nanoTime = new AtomicLong();
    private final List<DeathCause> ends = new ArrayList<>();

    @Test
    void time_in_which_processor_and_worker_were_stopped_does_not_count() {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                DeadlineGuard guard =
                        new DeadlineGuard(ProcessHandle.current(), DEADLINE, clock, nanoTime::get, ends::add)) {
            pass(Duration.ofDays(7), guard);
            pass(Duration.ofDays(7), guard);
            assertThat(ends).as("stopped for a week, twice").isEmpty();
            for (int look = 0; look < 70; look++) {
                pass(Duration.ofMinutes(10), guard);
            }
            assertThat(ends).as("700 minutes of its own").contains(DeathCause.WALL_TIME);
        }
    }

    @Test
    void a_start_may_wait_far_longer_for_a_processor_than_it_may_use_one() {
        RenderDeadline start = WorkerProcess.START_DEADLINE;
        assertThat(start.wallTime()).isGreaterThan(start.processorTime().multipliedBy(10));
    }

    private void pass(Duration time, DeadlineGuard guard) {
        nanoTime.addAndGet(time.toNanos());
        guard.look();
    }
}
