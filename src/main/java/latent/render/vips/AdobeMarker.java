package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * Whether a JPEG has Adobe's marker. In a file of four inks it says that they are stored inverted; libvips inverts them whether or not it is
 * there, which turns files of other makers into near black.
 */
final class AdobeMarker {
    private static final int APP14 = 0xee;
    private static final int START_OF_SCAN = 0xda;

    private AdobeMarker() {}

    static boolean isIn(MemorySegment jpeg) {
        long at = 2;
        while (at + 9 <= jpeg.byteSize() && octet(jpeg, at) == 0xff && octet(jpeg, at + 1) != START_OF_SCAN) {
            if (octet(jpeg, at + 1) == APP14 && octet(jpeg, at + 4) == 'A' && octet(jpeg, at + 5) == 'd') {
                return true;
            }
            boolean fill = octet(jpeg, at + 1) == 0xff;
            at += fill ? 1 : 2 + (octet(jpeg, at + 2) << 8 | octet(jpeg, at + 3));
        }
        return false;
    }

    private static int octet(MemorySegment file, long at) {
        return file.get(JAVA_BYTE, at) & 0xff;
    }
}
