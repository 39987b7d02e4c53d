package latent.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AwakeClockTest {
    private final AtomicLong nanoTime = new AtomicLong(-5);
    private final AwakeClock clock = new AwakeClock(Duration.ofSeconds(1), nanoTime::get);

    @Test
    void a_stop_does_not_count_and_a_tick_that_a_busy_machine_delays_does() {
        long begin = clock.nanoTime();
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofSeconds(1));
            pass(Duration.ofSeconds(3));
            pass(Duration.ofHours(7));
        }
        assertThat(Duration.ofNanos(clock.nanoTime() - begin)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void between_two_ticks_it_goes_on_as_the_systems() {
        long begin = clock.nanoTime();
        nanoTime.addAndGet(7);
        assertThat(clock.nanoTime() - begin).isEqualTo(7);
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
        clock.tick();
    }
}
