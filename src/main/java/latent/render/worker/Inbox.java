package latent.render.worker;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Where a worker puts the original while it renders it: outside the heap, and the same place each time, because fresh memory is faulted in page
 * by page and cleared, which for 4 MB takes as long as their way through the pipe. What does not fit is put elsewhere and forgotten.
 */
final class Inbox {
    /** Most originals fit; a worker at rest holds no more than this for it. */
    private static final long KEPT_BYTES = 8L << 20;

    private final MemorySegment kept = Arena.global().allocate(KEPT_BYTES);

    /** Room for a file, with anything in it; valid until the next call or the end of the arena. */
    MemorySegment room(long bytes, Arena arena) {
        return bytes <= KEPT_BYTES ? kept.asSlice(0, bytes) : arena.allocate(bytes);
    }
}
