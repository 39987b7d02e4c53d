package latent.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

class RenderPermitsTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void large_pictures_take_the_room_of_many_small_ones() {
        RenderPermits permits = new RenderPermits(8, 100 * MEBIBYTE, 0, Duration.ofSeconds(1));
        try (var large = permits.acquire(90 * MEBIBYTE);
                var small = permits.acquire(10 * MEBIBYTE)) {
            assertNoRoom(permits);
        }
        permits.acquire(100 * MEBIBYTE).close();
    }

    @Test
    void there_is_no_more_room_than_threads() {
        RenderPermits permits = new RenderPermits(2, 100 * MEBIBYTE, 0, Duration.ofSeconds(1));
        try (var first = permits.acquire(1);
                var second = permits.acquire(1)) {
            assertNoRoom(permits);
        }
        permits.acquire(1).close();
    }

    @Test
    void a_picture_larger_than_all_room_runs_alone() {
        RenderPermits permits = new RenderPermits(2, 100 * MEBIBYTE, 0, Duration.ofSeconds(1));
        try (var huge = permits.acquire(1000 * MEBIBYTE)) {
            assertNoRoom(permits);
        }
    }

    @Test
    void who_waits_gets_the_room_that_another_leaves() throws Exception {
        RenderPermits permits = new RenderPermits(1, 100 * MEBIBYTE, 1, Duration.ofMinutes(1));
        var first = permits.acquire(1);
        var second = CompletableFuture.supplyAsync(() -> permits.acquire(1), Thread::startVirtualThread);
        while (permits.waiting() == 0) {
            Thread.onSpinWait();
        }
        assertNoRoom(permits);
        first.close();
        second.get().close();
        assertThat(permits.waiting()).isZero();
    }

    @Test
    void a_wait_that_was_too_long_leaves_nothing_behind() {
        RenderPermits permits = new RenderPermits(1, 100 * MEBIBYTE, 5, Duration.ofMillis(10));
        try (var first = permits.acquire(1)) {
            assertNoRoom(permits);
            assertThat(permits.waiting()).isZero();
        }
        permits.acquire(100 * MEBIBYTE).close();
    }

    private static void assertNoRoom(RenderPermits permits) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> permits.acquire(1))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NO_ROOM))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isPresent());
    }
}
