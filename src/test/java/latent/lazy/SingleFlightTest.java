package latent.lazy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private final SingleFlight<String, Integer> flights = new SingleFlight<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void callers_during_a_call_get_its_result() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        var first =
                CompletableFuture.supplyAsync(() -> flights.share("k", () -> wait(end)), Thread::startVirtualThread);
        while (flights.size() == 0) {
            Thread.onSpinWait();
        }
        var waiting = flights.underWay("k").orElseThrow();
        end.countDown();
        assertThat(first.get().own()).isTrue();
        assertThat(waiting.get()).isEqualTo(1);
        assertThat(flights.size()).isZero();
        assertThat(flights.underWay("k")).isEmpty();
    }

    @Test
    void callers_after_a_call_make_another() {
        assertThat(flights.share("k", calls::incrementAndGet).value()).isEqualTo(1);
        assertThat(flights.share("k", calls::incrementAndGet).value()).isEqualTo(2);
    }

    @Test
    void a_refusal_and_a_fault_reach_everyone_as_they_are_and_are_not_kept() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> flights.share("k", () -> {
                    throw new Refusal(Reason.NOT_A_PICTURE, "no");
                }));
        assertThatIllegalStateException()
                .isThrownBy(() -> flights.share("k", () -> {
                    throw new IllegalStateException("broken");
                }));
        assertThat(flights.share("k", calls::incrementAndGet).value()).isEqualTo(1);
    }

    private int wait(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return calls.incrementAndGet();
    }
}
