package latent.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RepeatedWarningTest {
    private final List<String> lines = new ArrayList<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final RepeatedWarning warning = new RepeatedWarning(lines::add, later::add);

    @Test
    void the_first_is_written_at_once_and_each_second_has_one_line_with_the_count() {
        warn(1, 1000);
        assertThat(lines).containsExactly("failed 1");
        aSecondPasses();
        warn(1001, 1500);
        aSecondPasses();
        assertThat(lines)
                .containsExactly(
                        "failed 1",
                        "failed 1000 (999 of this kind since the last such line)",
                        "failed 1500 (500 of this kind since the last such line)");
    }

    @Test
    void one_alone_is_written_without_a_count() {
        warn(1, 2);
        aSecondPasses();
        assertThat(lines).containsExactly("failed 1", "failed 2");
    }

    @Test
    void after_a_quiet_second_the_next_is_written_at_once() {
        warn(1, 1);
        aSecondPasses();
        assertThat(later).isEmpty();
        warn(2, 2);
        assertThat(lines).containsExactly("failed 1", "failed 2");
    }

    private void warn(int from, int to) {
        for (int i = from; i <= to; i++) {
            warning.add("failed " + i);
        }
    }

    private void aSecondPasses() {
        later.remove().run();
    }
}
