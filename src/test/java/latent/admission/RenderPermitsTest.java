package latent.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import latent.kit.Eventually;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

class RenderPermitsTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void renders_that_take_seconds_leave_half_of_the_threads_to_the_others() {
        RenderPermits permits = new RenderPermits(4, 400L << 20, 10, Duration.ofMillis(1));
        var first = permits.acquireLong(1);
        var second = permits.acquireLong(1);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> permits.acquireLong(1));
        permits.acquire(1).close();
        first.close();
        permits.acquireLong(1).close();
        second.close();
    }

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
    void a_render_takes_more_memory_when_it_is_free_and_gives_all_of_it_back() {
        RenderPermits permits = new RenderPermits(3, 100 * MEBIBYTE, 0, Duration.ofSeconds(1));
        try (var growing = permits.acquire(10 * MEBIBYTE);
                var other = permits.acquire(30 * MEBIBYTE)) {
            assertThat(growing.tryGrow(71 * MEBIBYTE)).isFalse();
            assertThat(growing.tryGrow(5 * MEBIBYTE)).isTrue();
            assertThat(growing.tryGrow(70 * MEBIBYTE)).isTrue();
            assertNoRoom(permits);
        }
        permits.acquire(100 * MEBIBYTE).close();
    }

    @Test
    void a_render_takes_no_more_memory_while_others_wait() throws Exception {
        RenderPermits permits = new RenderPermits(2, 100 * MEBIBYTE, 1, Duration.ofMinutes(1));
        CompletableFuture<Void> waiting;
        try (var growing = permits.acquire(10 * MEBIBYTE)) {
            waiting = CompletableFuture.runAsync(
                    () -> permits.acquire(95 * MEBIBYTE).close());
            Eventually.until("one waits", () -> permits.waiting() == 1);
            assertThat(growing.tryGrow(20 * MEBIBYTE)).isFalse();
        }
        waiting.get(1, TimeUnit.MINUTES);
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
    void a_waiting_request_gets_the_room_that_another_gives_back() throws Exception {
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

    @Test
    void the_wait_for_a_thread_and_the_wait_for_memory_share_one_limit() throws Exception {
        Duration patience = Duration.ofSeconds(8);
        RenderPermits permits = new RenderPermits(2, 100 * MEBIBYTE, 5, patience);
        List<String> refused = new CopyOnWriteArrayList<>();
        var thread = permits.acquire(1);
        try (var memory = permits.acquire(99 * MEBIBYTE)) {
            var first = waiter(permits, "first", refused, 1);
            Thread.sleep(patience.dividedBy(2));
            var second = waiter(permits, "second", refused, 2);
            Thread.sleep(patience.dividedBy(4));
            thread.close(); // from here on the first one lacks memory only
            CompletableFuture.allOf(first, second).get();
        }
        assertThat(refused).containsExactly("first", "second");
    }

    @Test
    void what_is_in_use_is_told_and_given_back() throws Exception {
        RenderPermits permits = new RenderPermits(4, 100 * MEBIBYTE, 10, Duration.ofMinutes(1));
        var small = permits.acquire(10 * MEBIBYTE);
        var large = permits.acquireLong(30 * MEBIBYTE);
        var other = permits.acquireLong(1);
        assertThat(permits.now()).isEqualTo(new PermitsInUse(3, 4, 41 * MEBIBYTE, 100 * MEBIBYTE, 0));
        assertThat(small.tryGrow(20 * MEBIBYTE)).isTrue();
        assertThat(permits.now().bytes()).isEqualTo(51 * MEBIBYTE);
        CompletableFuture<Void> turn =
                CompletableFuture.runAsync(() -> permits.acquireLong(1).close(), Thread::startVirtualThread);
        CompletableFuture<Void> room =
                CompletableFuture.runAsync(() -> permits.acquire(90 * MEBIBYTE).close(), Thread::startVirtualThread);
        Eventually.until("one waits for a turn and one for room", () -> permits.waiting() == 2);
        assertThat(permits.now().waiting()).as("for room").isEqualTo(1);
        for (var permit : List.of(other, large, small)) {
            permit.close();
        }
        turn.get(1, TimeUnit.MINUTES);
        room.get(1, TimeUnit.MINUTES);
        assertThat(permits.now()).isEqualTo(new PermitsInUse(0, 4, 0, 100 * MEBIBYTE, 0));
        assertThat(permits.waiting()).isZero();
    }

    private static CompletableFuture<Void> waiter(
            RenderPermits permits, String who, List<String> refused, int queueLength) {
        var waits = CompletableFuture.runAsync(
                () -> {
                    try {
                        permits.acquire(50 * MEBIBYTE).close();
                    } catch (Refusal noRoom) {
                        refused.add(who);
                    }
                },
                Thread::startVirtualThread);
        while (permits.waiting() < queueLength) {
            Thread.onSpinWait();
        }
        return waits;
    }

    @Test
    void a_request_that_leaves_the_queue_lets_the_next_one_through() throws Exception {
        RenderPermits permits = new RenderPermits(2, 100 * MEBIBYTE, 5, Duration.ofMinutes(1));
        try (var most = permits.acquire(90 * MEBIBYTE)) {
            Thread large = Thread.startVirtualThread(() -> assertNoRoom(permits, 50 * MEBIBYTE));
            while (permits.waiting() < 1) {
                Thread.onSpinWait();
            }
            var small = CompletableFuture.supplyAsync(() -> permits.acquire(1), Thread::startVirtualThread);
            while (permits.waiting() < 2) {
                Thread.onSpinWait();
            }
            large.interrupt();
            small.get().close();
        }
        permits.acquire(100 * MEBIBYTE).close();
    }

    private static void assertNoRoom(RenderPermits permits) {
        assertNoRoom(permits, 1);
    }

    private static void assertNoRoom(RenderPermits permits, long bytes) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> permits.acquire(bytes))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NO_ROOM))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isPresent());
    }
}
