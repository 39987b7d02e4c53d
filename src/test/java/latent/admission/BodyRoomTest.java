package latent.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import latent.kit.Eventually;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** Room for bodies, in bytes. */
class BodyRoomTest {
    private static final int KIBIBYTE = 1 << 10;
    private static final int MEBIBYTE = 1 << 20;
    private static final Duration NEVER = Duration.ofMinutes(5);

    @Test
    void beyond_the_room_a_body_waits_a_while_and_is_then_refused() {
        BodyRoom room = new BodyRoom(100 * KIBIBYTE, Duration.ofMillis(50));
        try (BodyRoom.Held first = room.hold("first", 90 * KIBIBYTE)) {
            refused(room, 20 * KIBIBYTE);
            assertThat(room.held()).isEqualTo(90 * KIBIBYTE);
        }
        room.hold("second", 20 * KIBIBYTE).close();
        assertThat(room.held()).isZero();
    }

    @Test
    void what_several_answers_share_is_counted_once_until_the_last_has_gone() {
        BodyRoom room = new BodyRoom(100 * KIBIBYTE, NEVER);
        byte[] shared = new byte[90 * KIBIBYTE];
        BodyRoom.Held first = room.hold(shared, shared.length);
        BodyRoom.Held second = room.hold(shared, shared.length);
        assertThat(room.held()).isEqualTo(shared.length);
        first.close();
        assertThat(room.held()).isEqualTo(shared.length);
        second.close();
        assertThat(room.held()).isZero();
    }

    @Test
    void what_waits_is_bounded_too() throws Exception {
        BodyRoom room = new BodyRoom(100 * KIBIBYTE, NEVER);
        BodyRoom.Held all = room.hold("all", 100 * KIBIBYTE);
        CompletableFuture<BodyRoom.Held> waits =
                CompletableFuture.supplyAsync(() -> room.hold("waits", 20 * KIBIBYTE), Thread::startVirtualThread);
        Eventually.until("it waits", () -> room.waiting() == 20 * KIBIBYTE);
        refused(room, 10 * KIBIBYTE);
        all.close();
        waits.get().close();
        assertThat(room.held()).isZero();
    }

    @Test
    void what_is_larger_than_all_the_room_gets_all_of_it() {
        BodyRoom room = new BodyRoom(100 * KIBIBYTE, Duration.ZERO);
        try (BodyRoom.Held all = room.hold("all", 1000 * KIBIBYTE)) {
            assertThat(room.held()).isEqualTo(100 * KIBIBYTE);
        }
    }

    @Test
    void bodies_of_one_kind_keep_no_other_kind_out() {
        AnswerMemory memory = AnswerMemory.ofHeap(80 * MEBIBYTE, new Meters());
        try (BodyRoom.Held large = memory.holdWhole(new byte[20 * MEBIBYTE]);
                BodyRoom.Held pieces = memory.holdPieces(new Object(), 20 * MEBIBYTE);
                BodyRoom.Held small = memory.holdWhole(new byte[100 * KIBIBYTE])) {
            assertThat(small).isNotNull();
        }
    }

    private static void refused(BodyRoom room, long bytes) {
        assertThatThrownBy(() -> room.hold(new Object(), bytes)).isInstanceOfSatisfying(Refusal.class, no -> {
            assertThat(no.reason()).isEqualTo(Reason.NO_ROOM);
            assertThat(no.retryAfter()).isPresent();
        });
    }
}
