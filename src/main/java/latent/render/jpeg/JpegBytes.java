package latent.render.jpeg;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Reads in a JPEG file; big-endian, as all of JPEG is. What lies behind the end reads as 0. */
record JpegBytes(MemorySegment file) {
    private static final int FILLER_BYTES = 16;

    long size() {
        return file.byteSize();
    }

    int u8(long at) {
        return at < size() ? file.get(JAVA_BYTE, at) & 0xff : 0;
    }

    int u16(long at) {
        return u8(at) << 8 | u8(at + 1);
    }

    boolean says(long at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (u8(at + i) != (wanted[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Where the next marker begins, at {@code from} or behind it; like libjpeg it steps over all else. The size of the file when there is none. */
    long nextMarker(long from) {
        long at = from;
        while (at + 1 < size() && (u8(at) != 0xff || u8(at + 1) == 0 || u8(at + 1) == 0xff)) {
            at++;
        }
        return at + 1 < size() ? at : size();
    }

    /** Where a scan's compressed data ends: at the next marker that is no restart, or at the end of the file. */
    long endOfScan(long from) {
        long at = nextMarker(from);
        while (at < size() && (JpegCodes.restarts(u8(at + 1)) || u8(at + 1) == JpegCodes.TEM)) {
            at = nextMarker(at + 2);
        }
        return at;
    }

    /**
     * Where the bytes end that are not one and the same to the end of the file: room that was reserved and never written. A few alike may be
     * compressed data.
     */
    long withoutFiller(long from) {
        long end = size();
        int filler = u8(end - 1);
        while (end > from && u8(end - 1) == filler) {
            end--;
        }
        if (size() - end < FILLER_BYTES) {
            return size();
        }
        // A stuffed zero belongs to the 0xff before it.
        return filler == 0 && end > from && u8(end - 1) == 0xff ? end + 1 : end;
    }
}
