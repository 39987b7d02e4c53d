package latent.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FaultLogTest {
    private final FaultLog faults = new FaultLog(LoggerFactory.getLogger("latent.test"));

    @Test
    void the_first_of_a_kind_has_its_trace_and_the_others_one_line_with_their_count() {
        String log = logOf(() -> {
            for (int i = 0; i < 1000; i++) {
                faults.add(new IllegalStateException("one " + i));
                faults.add(new IllegalArgumentException("two " + i));
            }
            faults.report();
            faults.report();
        });
        assertThat(log.lines().filter(line -> line.contains("IllegalStateException: one")))
                .hasSize(1);
        assertThat(log.lines().filter(line -> line.contains("999 times more"))).hasSize(2);
    }

    @Test
    void the_number_of_kinds_is_bounded() {
        String log = logOf(() -> {
            for (int i = 0; i < 1000; i++) {
                Throwable fault = new IllegalStateException("x");
                fault.setStackTrace(new StackTraceElement[] {new StackTraceElement("latent.A", "b", "A.java", i)});
                faults.add(fault);
            }
            faults.report();
        });
        assertThat(log.lines().filter(line -> line.contains("fault: "))).hasSizeLessThan(300);
    }

    private static String logOf(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return log.toString(UTF_8);
    }
}
