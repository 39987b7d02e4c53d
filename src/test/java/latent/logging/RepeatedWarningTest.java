package latent.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RepeatedWarningTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream before = System.err;
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final RepeatedWarning warning =
            new RepeatedWarning(LoggerFactory.getLogger("latent.test.repeated"), later::add);

    @AfterEach
    void giveBack() {
        System.setErr(before);
    }

    @Test
    void the_first_is_written_at_once_and_each_second_has_one_line_with_the_count() {
        System.setErr(new PrintStream(log, true, UTF_8));
        warn(1, 1000);
        assertThat(lines()).hasSize(1).first().asString().endsWith("failed 1");
        aSecondPasses();
        warn(1001, 1500);
        aSecondPasses();
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(1)).endsWith("failed 1000 (999 of this kind since the last such line)");
        assertThat(lines().get(2)).endsWith("failed 1500 (500 of this kind since the last such line)");
    }

    @Test
    void after_a_quiet_second_the_next_is_written_at_once() {
        System.setErr(new PrintStream(log, true, UTF_8));
        warn(1, 1);
        aSecondPasses();
        assertThat(later).isEmpty();
        warn(2, 2);
        assertThat(lines()).hasSize(2).last().asString().endsWith("failed 2");
    }

    private void warn(int from, int to) {
        for (int i = from; i <= to; i++) {
            warning.add("failed " + i);
        }
    }

    private void aSecondPasses() {
        later.remove().run();
    }

    private List<String> lines() {
        return log.toString(UTF_8).lines().toList();
    }
}
