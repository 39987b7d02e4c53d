package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CrashingOriginalsTest {
    private final AtomicLong now = new AtomicLong();
    private final CrashingOriginals crashing = new CrashingOriginals(Duration.ofMinutes(10), now::get);

    @Test
    void a_crashing_original_is_known_by_its_content_and_not_by_its_length() {
        assertThat(crashing.addCrash(new byte[] {1, 2, 3}, false)).isTrue();
        assertThat(crashing.isRefused(new byte[] {1, 2, 3})).isTrue();
        assertThat(crashing.isRefused(new byte[] {1, 2, 4})).isFalse();
        assertThat(crashing.isRefused(new byte[] {1, 2})).isFalse();
    }

    @Test
    void a_crashing_original_may_be_tried_again_after_a_while() {
        assertThat(crashing.addCrash(new byte[] {1}, false)).isTrue();
        now.addAndGet(Duration.ofMinutes(9).toNanos());
        assertThat(crashing.isRefused(new byte[] {1})).isTrue();
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(crashing.isRefused(new byte[] {1})).isFalse();
    }

    @Test
    void workers_killed_from_outside_mark_an_original_at_the_second_render_and_not_at_the_first() {
        byte[] original = {1};
        assertThat(crashing.addCrash(original, true)).isFalse();
        assertThat(crashing.isRefused(original)).isFalse();
        assertThat(crashing.addCrash(original, true)).isTrue();
        assertThat(crashing.isRefused(original)).isTrue();
    }

    @Test
    void a_suspicion_is_forgotten_after_a_while() {
        byte[] original = {1};
        crashing.addCrash(original, true);
        now.addAndGet(Duration.ofMinutes(11).toNanos());
        assertThat(crashing.addCrash(original, true)).isFalse();
    }
}
