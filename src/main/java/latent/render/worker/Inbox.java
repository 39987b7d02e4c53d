package latent.render.worker;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Where a worker puts the original while it renders it: outside the heap, and the same place each time, because fresh memory is faulted in page
 * by page and cleared, which for 4 MB takes as long as their way through the pipe. What does not fit is put elsewhere and forgotten.
 */
final class Inbox {
    /** Most originals fit. Only what was used of it is ever there, and {@link Rest} gives that back. */
    private static final long KEPT_BYTES = 8L << 20;

    private final MemorySegment kept = Libc.map(KEPT_BYTES);
    private boolean inUse;

    /** Room for a file, with anything in it; until {@link #done}, or the end of the arena. */
    synchronized MemorySegment room(long bytes, Arena arena) {
        inUse = true;
        return bytes <= kept.byteSize() ? kept.asSlice(0, bytes) : arena.allocate(bytes);
    }

    synchronized void done() {
        inUse = false;
    }

    /** Gives its memory back until it is used again; does nothing while it is in use. */
    synchronized void empty() {
        if (!inUse) {
            Libc.forget(kept);
        }
    }
}
