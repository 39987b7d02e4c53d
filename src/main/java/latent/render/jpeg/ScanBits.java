package latent.render.jpeg;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** The bits of a scan up to its next marker, without the zeros that are stuffed behind each 0xff. It reads some bytes ahead. */
final class ScanBits {
    /** More than the longest code, and what is left of a long when it is filled up byte by byte. */
    private static final int ENOUGH = 56;

    private static final int WINDOW_BYTES = 1 << 16;

    private final JpegBytes bytes;
    private final long from;
    private final long end;
    private final byte[] window = new byte[WINDOW_BYTES];
    private long windowFrom;
    private int windowLength;
    private long at;
    private long ahead;
    private int count;

    ScanBits(JpegBytes bytes, long from, long end) {
        this.bytes = bytes;
        this.from = from;
        this.at = from;
        this.end = end;
    }

    /** The next bit, or -1 at a marker. */
    int next() {
        if (!have(1)) {
            return -1;
        }
        count--;
        return (int) (ahead >>> count) & 1;
    }

    /** The next bits, which stay; -1 where there are not so many before the marker. */
    int peek(int bits) {
        return have(bits) ? (int) (ahead >>> (count - bits)) & ((1 << bits) - 1) : -1;
    }

    /** False when there are not so many. */
    boolean skip(int bits) {
        boolean enough = have(bits);
        count = enough ? count - bits : 0;
        return enough;
    }

    private boolean have(int bits) {
        if (count < bits) {
            fill();
        }
        return count >= bits;
    }

    private void fill() {
        while (count <= ENOUGH && !isMarkerNext()) {
            int value = byteAt(at++);
            at += value == 0xff ? 1 : 0;
            ahead = ahead << 8 | value;
            count += 8;
        }
    }

    /** Whether all whole bytes before the marker are used up. */
    boolean atMarker() {
        return count < 8 && isMarkerNext();
    }

    private boolean isMarkerNext() {
        return at >= end || (byteAt(at) == 0xff && byteAt(at + 1) != 0);
    }

    /** As {@link JpegBytes#u8}, from a copy on the heap, which is several times as fast where code is compiled in haste. */
    private int byteAt(long place) {
        long index = place - windowFrom;
        if (index < 0 || index >= windowLength) {
            if (place >= bytes.size()) {
                return 0;
            }
            windowFrom = place;
            windowLength = (int) Math.min(WINDOW_BYTES, bytes.size() - place);
            MemorySegment.copy(bytes.file(), JAVA_BYTE, place, window, 0, windowLength);
            index = 0;
        }
        return window[(int) index] & 0xff;
    }

    /** True when all that is left of the byte in work is ones, with which a scan is filled up. */
    boolean isPaddedWithOnes() {
        int left = count % 8;
        int ones = (1 << left) - 1;
        return ((int) (ahead >>> (count - left)) & ones) == ones;
    }

    /** How many bytes are left before the next marker, behind the one in work. */
    long unread() {
        long place = at;
        for (int whole = count / 8; whole > 0; whole--) {
            boolean stuffed = place - 2 >= from && bytes.u8(place - 1) == 0 && bytes.u8(place - 2) == 0xff;
            place -= stuffed ? 2 : 1;
        }
        long marker = bytes.nextMarker(place);
        return marker < end ? marker - place : end - place;
    }

    /** Moves behind the restart marker that must come now; false when another one comes, or none. */
    boolean restart(int number) {
        if (count >= 8) {
            return false;
        }
        while (at < end && bytes.u8(at) == 0xff && bytes.u8(at + 1) == 0xff) {
            at++;
        }
        if (at >= end || bytes.u8(at) != 0xff || bytes.u8(at + 1) != JpegCodes.RST0 + number % 8) {
            return false;
        }
        at += 2;
        count = 0;
        return true;
    }
}
