package latent.render.bitmap;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * One of the pictures in an icon file.
 *
 * @param index  its number in the file
 * @param width  in pixels, as the directory has it
 * @param height the same
 * @param bits   of a pixel, as the directory has it
 * @param bytes  of what it is stored in
 * @param offset where that begins
 */
public record IconEntry(int index, int width, int height, int bits, long bytes, long offset) {
    private static final int DIRECTORY_BYTES = 6;
    private static final int ENTRY_BYTES = 16;
    private static final int ZERO_MEANS = 256;
    private static final long PNG = 0x0a1a0a0d474e5089L;

    /**
     * The largest, and of several of one size the one with the most colours: what a browser shows where there is room for it.
     *
     * @param file little-endian, from its first byte on
     * @throws IndexOutOfBoundsException where the file ends before its directory does
     * @throws java.util.NoSuchElementException where there is none
     */
    public static IconEntry best(ByteBuffer file) {
        int count = file.getShort(4) & 0xffff;
        return IntStream.range(0, count)
                .mapToObj(index -> of(file, index))
                .max(Comparator.comparingInt((IconEntry entry) -> entry.width * entry.height)
                        .thenComparingInt(IconEntry::bits)
                        .thenComparingInt(entry -> -entry.index))
                .orElseThrow();
    }

    private static IconEntry of(ByteBuffer file, int index) {
        int at = DIRECTORY_BYTES + ENTRY_BYTES * index;
        return new IconEntry(
                index,
                side(file.get(at)),
                side(file.get(at + 1)),
                file.getShort(at + 6) & 0xffff,
                file.getInt(at + 8) & 0xffffffffL,
                file.getInt(at + 12) & 0xffffffffL);
    }

    private static int side(byte stored) {
        return stored == 0 ? ZERO_MEANS : stored & 0xff;
    }

    /** Whether it is a whole PNG file, and not a bitmap. */
    public boolean isPng(ByteBuffer file) {
        return file.getLong(Math.toIntExact(offset)) == PNG;
    }
}
