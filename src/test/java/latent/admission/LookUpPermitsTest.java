package latent.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import latent.kit.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LookUpPermitsTest {
    private static final Client ALICE = new Client("alice");
    private static final Client BOB = new Client("bob");
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    @Test
    void one_client_leaves_room_for_the_others() {
        LookUpPermits permits = new LookUpPermits(3, 2, 10, 100, AT_ONCE);
        var first = permits.acquire(ALICE).orElseThrow();
        var second = permits.acquire(ALICE).orElseThrow();
        assertThat(permits.acquire(ALICE)).isEmpty();
        var bobs = permits.acquire(BOB).orElseThrow();
        assertThat(permits.acquire(new Client("carol"))).isEmpty();
        first.close();
        var third = permits.acquire(ALICE).orElseThrow();
        List.of(second, bobs, third).forEach(LookUpPermits.Permit::close);
        assertThat(permits.clients()).isZero();
    }

    @Test
    @Timeout(60)
    void a_look_up_beyond_the_queue_of_its_client_is_turned_away_at_once() throws Exception {
        LookUpPermits permits = new LookUpPermits(1, 1, 2, 100, Duration.ofMinutes(10));
        var held = permits.acquire(ALICE).orElseThrow();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Optional<LookUpPermits.Permit>>> more = new ArrayList<>();
            more.add(threads.submit(() -> permits.acquire(ALICE)));
            more.add(threads.submit(() -> permits.acquire(ALICE)));
            Eventually.until("one is turned away", () -> more.stream().anyMatch(Future::isDone));
            held.close();
            int got = 0;
            for (var one : more) {
                Optional<LookUpPermits.Permit> permit = one.get();
                permit.ifPresent(LookUpPermits.Permit::close);
                got += permit.isPresent() ? 1 : 0;
            }
            assertThat(got).isOne();
        } finally {
            threads.shutdownNow();
        }
        assertThat(permits.clients()).isZero();
    }

    @Test
    void all_queues_together_are_bounded() {
        LookUpPermits permits = new LookUpPermits(10, 10, 10, 2, AT_ONCE);
        var first = permits.acquire(ALICE).orElseThrow();
        var second = permits.acquire(BOB).orElseThrow();
        assertThat(permits.acquire(new Client("carol"))).isEmpty();
        first.close();
        second.close();
        permits.acquire(new Client("carol")).orElseThrow().close();
        assertThat(permits.clients()).isZero();
    }
}
