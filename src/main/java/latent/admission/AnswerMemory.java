package latent.admission;

import java.time.Duration;
import java.util.List;
import latent.metrics.Meters;

/**
 * Room on the heap for the bodies of answers, for as long as their readers take them. Small bodies, bodies that are read piece by piece from S3, and
 * large ones that are held whole have room of their own, so that slow readers of one kind keep nobody from another. Thread-safe.
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
     * Room for a third of the heap, waiting bodies not counted; those may take another twelfth.
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
     * Room for a body of which all bytes are at hand. Answers with the same array share it.
     *
     * @throws latent.refusal.Refusal NO_ROOM when there is none, also after a while
     */
    public BodyRoom.Held holdWhole(byte[] body) {
        return (body.length > MAX_SMALL ? large : small).hold(body, body.length);
    }

    /**
     * Room for a reader of a body that is read piece by piece.
     *
     * @param reader whose room it is
     * @param bytes  as much of the body as is in memory at one time
     * @throws latent.refusal.Refusal NO_ROOM when there is none, also after a while
     */
    public BodyRoom.Held holdPieces(Object reader, long bytes) {
        return pieces.hold(reader, bytes);
    }

    private long held() {
        return List.of(small, pieces, large).stream().mapToLong(BodyRoom::held).sum();
    }
}
