package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PoisonListTest {
    private final AtomicLong now = new AtomicLong();
    private final PoisonList poison = new PoisonList(Duration.ofMinutes(10), now::get);

    @Test
    void a_poisonous_original_is_known_by_its_content_and_not_by_its_length() {
        assertThat(poison.convicts(new byte[] {1, 2, 3}, false)).isTrue();
        assertThat(poison.holds(new byte[] {1, 2, 3})).isTrue();
        assertThat(poison.holds(new byte[] {1, 2, 4})).isFalse();
        assertThat(poison.holds(new byte[] {1, 2})).isFalse();
    }

    @Test
    void a_poisonous_original_may_be_tried_again_after_a_while() {
        assertThat(poison.convicts(new byte[] {1}, false)).isTrue();
        now.addAndGet(Duration.ofMinutes(9).toNanos());
        assertThat(poison.holds(new byte[] {1})).isTrue();
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(poison.holds(new byte[] {1})).isFalse();
    }

    @Test
    void workers_killed_from_outside_mark_an_original_at_the_second_render_and_not_at_the_first() {
        byte[] original = {1};
        assertThat(poison.convicts(original, true)).isFalse();
        assertThat(poison.holds(original)).isFalse();
        assertThat(poison.convicts(original, true)).isTrue();
        assertThat(poison.holds(original)).isTrue();
    }

    @Test
    void a_suspicion_is_forgotten_after_a_while() {
        byte[] original = {1};
        poison.convicts(original, true);
        now.addAndGet(Duration.ofMinutes(11).toNanos());
        assertThat(poison.convicts(original, true)).isFalse();
    }
}
