package latent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionPaceTest {
    private long now;
    private final ConnectionPace pace = new ConnectionPace(
            new ConnectionLimits(10, Duration.ofSeconds(10), 8192, Duration.ofSeconds(20)), () -> now);

    @Test
    void a_header_fed_byte_by_byte_is_too_slow_however_often_a_byte_comes() {
        for (int second = 0; second <= 10; second++) {
            assertThat(pace.tooSlow()).isFalse();
            pace.read();
            wait(1);
        }
        assertThat(pace.tooSlow()).isTrue();
    }

    @Test
    void a_connection_that_is_kept_alive_between_requests_is_not_too_slow() {
        pace.read();
        pace.requestArrived();
        pace.answered();
        wait(3600);
        assertThat(pace.tooSlow()).isFalse();
    }

    @Test
    void a_reader_of_a_kibibyte_a_second_is_cut_after_the_grace_and_one_at_the_least_rate_is_not() {
        assertThat(secondsUntilCut(1024)).isBetween(20, 25);
        assertThat(secondsUntilCut(8192)).isEqualTo(1000);
        assertThat(secondsUntilCut(0)).isEqualTo(21);
    }

    @Test
    void the_time_of_a_long_render_does_not_count_as_slow_reading() {
        pace.read();
        pace.requestArrived();
        wait(3600);
        assertThat(pace.tooSlow()).isFalse();
        pace.wrote(1000, true);
        wait(3600);
        assertThat(pace.tooSlow()).isFalse();
    }

    private int secondsUntilCut(int bytesASecond) {
        pace.read();
        pace.requestArrived();
        pace.wrote(100, false);
        for (int second = 1; second < 1000; second++) {
            wait(1);
            if (bytesASecond > 0) {
                pace.wrote(bytesASecond, false);
            }
            if (pace.tooSlow()) {
                return second;
            }
        }
        return 1000;
    }

    private void wait(int seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }
}
