package latent.admission;

import java.time.Duration;
import java.util.List;
import latent.metrics.Meters;

/**
 * Limits the heap that bodies of answers take while clients read them. Small bodies, large bodies in memory, and bodies that are streamed from S3
 * have a limit each, so that slow readers of one kind do not block the others. Thread-safe.
 */
public final class AnswerMemory {
    /** Bodies above this many bytes count as large. */
    private static final int MAX_SMALL = 1 << 20;

    private static final int SMALL_SHARE = 10;
    private static final int PIECES_SHARE = 8;
    private static final int LARGE_SHARE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BodyRoom small;
    private final BodyRoom pieces;
    private final BodyRoom large;

    private AnswerMemory(BodyRoom small, BodyRoom pieces, BodyRoom large) {
        this.small = small;
        this.pieces = pieces;
        this.large = large;
    }

    /**
     * Limits that come to a third of the heap together; waiting bodies may take another twelfth.
     *
     * @param heapBytes largest size of the heap
     */
    public static AnswerMemory ofHeap(long heapBytes, Meters meters) {
        AnswerMemory memory = new AnswerMemory(
                new BodyRoom(heapBytes / SMALL_SHARE, PATIENCE),
                new BodyRoom(heapBytes / PIECES_SHARE, PATIENCE),
                new BodyRoom(heapBytes / LARGE_SHARE, PATIENCE));
        meters.watch("latent.answers.held.bytes", "Bodies of answers that readers have not taken yet.", memory::held);
        return memory;
    }

    /**
     * Reserves memory for a body that is wholly in memory. Answers that share one array share the reservation.
     *
     * @throws latent.refusal.Refusal NO_ROOM when none is free within five seconds
     */
    public BodyRoom.Held holdWhole(byte[] body) {
        return (body.length > MAX_SMALL ? large : small).hold(body, body.length);
    }

    /**
     * Reserves memory for a body that is streamed from S3.
     *
     * @param reader identity of the reservation
     * @param bytes  how much of the body is in memory at one time
     * @throws latent.refusal.Refusal NO_ROOM when none is free within five seconds
     */
    public BodyRoom.Held holdPieces(Object reader, long bytes) {
        return pieces.hold(reader, bytes);
    }

    private long held() {
        return List.of(small, pieces, large).stream().mapToLong(BodyRoom::held).sum();
    }
}
