package latent.render.jpeg;

import java.util.stream.IntStream;

/**
 * Corrects what libjpeg warns of although it changes no pixel: libjpeg reads the file as if the corrected bytes were there (jdmarker.c, jdinput.c,
 * jdapimin.c).
 */
final class HarmlessOddities {
    private static final int YCC = 1;
    private static final int YCCK = 2;
    private static final int ALL_COEFFICIENTS = 63;

    /** Where the names of components stand, from the markers on. */
    private static final long FRAME_NAMES = 10;

    private static final long FRAME_COMPONENT_BYTES = 3;
    private static final long SCAN_NAMES = 5;
    private static final long SCAN_COMPONENT_BYTES = 2;

    private HarmlessOddities() {}

    static void mend(JpegHeader header, JpegEdits edits) {
        header.strays().forEach(stray -> edits.replace(stray.from(), stray.to()));
        header.segments().forEach(at -> mendSegment(header, at, edits));
        if (header.isSequential() && header.scan() < header.bytes().size()) {
            mendScan(header, edits);
        }
        if (header.isOneScan() && hasNamesTwice(header)) {
            nameComponents(header, edits);
        }
    }

    private static boolean hasNamesTwice(JpegHeader header) {
        long different = IntStream.range(0, header.components())
                .map(i -> header.bytes().u8(header.frame() + FRAME_NAMES + FRAME_COMPONENT_BYTES * i))
                .distinct()
                .count();
        return different < header.components();
    }

    /** In the order in which they come in the frame and in its only scan: libjpeg-turbo takes them so, and the JDK's libjpeg finds no second one of a name. */
    private static void nameComponents(JpegHeader header, JpegEdits edits) {
        for (int i = 0; i < header.components(); i++) {
            long inFrame = header.frame() + FRAME_NAMES + FRAME_COMPONENT_BYTES * i;
            long inScan = header.scan() + SCAN_NAMES + SCAN_COMPONENT_BYTES * i;
            edits.replace(inFrame, inFrame + 1, i + 1);
            edits.replace(inScan, inScan + 1, i + 1);
        }
    }

    private static void mendSegment(JpegHeader header, long at, JpegEdits edits) {
        JpegBytes bytes = header.bytes();
        int code = bytes.u8(at + 1);
        int length = bytes.u16(at + 2);
        long version = at + 9;
        if (code == JpegCodes.APP0 && length >= 16 && bytes.says(at + 4, "JFIF\0") && bytes.u8(version) != 1) {
            edits.replace(version, version + 1, 1);
        }
        long transform = at + 15;
        int expected = header.components() == 4 ? YCCK : YCC;
        if (code == JpegCodes.APP14
                && length >= 14
                && bytes.says(at + 4, "Adobe")
                && header.components() >= 3
                && (bytes.u8(transform) != 0 || (header.components() == 3 && isJfif(header)))
                && bytes.u8(transform) != expected) {
            edits.replace(transform, transform + 1, expected);
        }
    }

    /** Its three components are luma and chroma, whatever else the file says; the JDK's reader gives up where it says something else. */
    private static boolean isJfif(JpegHeader header) {
        JpegBytes bytes = header.bytes();
        return header.segments().stream()
                .anyMatch(at -> bytes.u8(at + 1) == JpegCodes.APP0 && bytes.says(at + 4, "JFIF\0"));
    }

    /** The last three bytes of SOS mean something in progressive files only. */
    private static void mendScan(JpegHeader header, JpegEdits edits) {
        JpegBytes bytes = header.bytes();
        long at = header.scan() + 5 + 2L * header.componentsOfScan();
        boolean fits = at + 3 == header.data();
        boolean usual = bytes.u8(at) == 0 && bytes.u8(at + 1) == ALL_COEFFICIENTS && bytes.u8(at + 2) == 0;
        if (fits && !usual) {
            edits.replace(at, at + 3, 0, ALL_COEFFICIENTS, 0);
        }
    }
}
