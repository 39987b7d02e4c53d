package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PoisonTest {
    private final AtomicLong now = new AtomicLong();
    private final Poison poison = new Poison(Duration.ofMinutes(10), now::get);

    @Test
    void a_culprit_is_known_by_its_content_and_not_by_its_length() {
        poison.add(new byte[] {1, 2, 3});
        assertThat(poison.holds(new byte[] {1, 2, 3})).isTrue();
        assertThat(poison.holds(new byte[] {1, 2, 4})).isFalse();
        assertThat(poison.holds(new byte[] {1, 2})).isFalse();
    }

    @Test
    void it_gets_another_chance_after_a_while() {
        poison.add(new byte[] {1});
        now.addAndGet(Duration.ofMinutes(9).toNanos());
        assertThat(poison.holds(new byte[] {1})).isTrue();
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(poison.holds(new byte[] {1})).isFalse();
    }
}
