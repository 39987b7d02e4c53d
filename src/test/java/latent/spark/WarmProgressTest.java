package latent.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import latent.spark.WarmCounters.Counted;
import latent.warm.WarmReceipt.Outcome;
import org.junit.jupiter.api.Test;

class WarmProgressTest {
    @Test
    void a_line_says_how_much_is_done_how_fast_and_how_long_it_takes_yet() {
        Counted half = new Counted(
                Map.of(Outcome.MADE, 40L, Outcome.THERE, 5L, Outcome.FAILED, 3L, Outcome.REFUSED, 2L), 4_200_000);
        assertThat(WarmProgress.line(half, 100, Duration.ofSeconds(100)))
                .isEqualTo(
                        "[############------------] 50 of 100, 0.5 a second, 0:01:40 left, 4.2 MB written, 3 failed, 2 refused ");
    }

    @Test
    void before_the_first_rendition_is_done_the_time_left_is_unknown() {
        assertThat(WarmProgress.line(new Counted(Map.of(), 0), 100, Duration.ZERO))
                .contains("0 of 100", "? left");
    }

    @Test
    void a_task_that_is_tried_again_does_not_make_more_than_all() {
        Counted twice = new Counted(Map.of(Outcome.MADE, 150L), 0);
        assertThat(WarmProgress.line(twice, 100, Duration.ofSeconds(1)))
                .startsWith("[########################] 100 of 100");
    }
}
