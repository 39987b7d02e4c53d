package latent.render.jpeg;

/** The bits of a scan up to its next marker, without the zeros that are stuffed behind each 0xff. */
final class ScanBits {
    private final JpegBytes bytes;
    private final long end;
    private long at;
    private int current;
    private int left;

    ScanBits(JpegBytes bytes, long from, long end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** The next bit, or -1 at a marker. */
    int next() {
        if (left == 0) {
            if (atMarker()) {
                return -1;
            }
            current = bytes.u8(at++);
            at += current == 0xff ? 1 : 0;
            left = 8;
        }
        left--;
        return current >> left & 1;
    }

    /** False when there are not so many. */
    boolean skip(int count) {
        for (int i = 0; i < count; i++) {
            if (next() < 0) {
                return false;
            }
        }
        return true;
    }

    boolean atMarker() {
        return at >= end || (bytes.u8(at) == 0xff && bytes.u8(at + 1) != 0);
    }

    /** True when all that is left of the byte in work is ones, with which a scan is filled up. */
    boolean isPaddedWithOnes() {
        return (current & (1 << left) - 1) == (1 << left) - 1;
    }

    /** How many bytes are left before the next marker. */
    long unread() {
        return bytes.nextMarker(at) < end ? bytes.nextMarker(at) - at : end - at;
    }

    /** Moves behind the restart marker that must come now; false when another one comes, or none. */
    boolean restart(int number) {
        while (at < end && bytes.u8(at) == 0xff && bytes.u8(at + 1) == 0xff) {
            at++;
        }
        if (at >= end || bytes.u8(at) != 0xff || bytes.u8(at + 1) != JpegCodes.RST0 + number % 8) {
            return false;
        }
        at += 2;
        left = 0;
        return true;
    }
}
