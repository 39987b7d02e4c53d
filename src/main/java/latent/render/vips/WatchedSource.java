package latent.render.vips;

import java.lang.foreign.MemorySegment;

/**
 * A file in memory that libvips reads in pieces, so that it is known how much was read. Given the whole file, libjpeg reads ahead without checking
 * the codes, and does not warn of broken ones.
 */
@SuppressWarnings("restricted") // libvips says where to
final class WatchedSource {
    /** So many last bytes of the data come by themselves: they are not asked for by a decoder that has all lines already. */
    private static final long LAST_PIECE = 2;

    private final MemorySegment file;
    private final long lastPiece;
    private volatile long at;

    /**
     * @param file memory that stays where it is while it is read
     * @param end  where the data ends that every decoder must read
     */
    WatchedSource(MemorySegment file, long end) {
        // of no thread and no arena: libvips reads from threads of its own
        this.file = MemorySegment.ofAddress(file.address()).reinterpret(file.byteSize());
        this.lastPiece = Math.max(0, end - LAST_PIECE);
    }

    /** Copies the next bytes to an address, as many as fit at most; the number of them, 0 at the end. */
    long read(long buffer, long length) {
        long from = at;
        long stop = from < lastPiece ? lastPiece : file.byteSize();
        long count = Math.min(length, stop - from);
        MemorySegment.copy(file, from, MemorySegment.ofAddress(buffer).reinterpret(count), 0, count);
        at = from + count;
        return count;
    }

    /** Whether the last bytes of the data were asked for. */
    boolean wasReadToItsEnd() {
        return at > lastPiece;
    }
}
