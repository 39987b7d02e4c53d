package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CountedLogTest {
    private final AtomicLong now = new AtomicLong();
    private final List<String> lines = new ArrayList<>();
    private final CountedLog log = new CountedLog(lines::add, now::get);

    @Test
    void of_many_in_one_second_the_first_is_told_and_the_rest_is_counted() {
        for (int i = 0; i < 1000; i++) {
            log.add(DeathCause.CRASH, "A worker died.");
        }
        assertThat(lines).containsExactly("A worker died.");
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        log.flush();
        log.flush();
        assertThat(lines).hasSize(2).last().isEqualTo("A worker died. (999 of this kind since the last such line)");
    }

    @Test
    void each_kind_has_lines_of_its_own() {
        log.add(DeathCause.CRASH, "crash");
        log.add(DeathCause.KILLED, "kill");
        assertThat(lines).containsExactly("crash", "kill");
    }
}
