package latent.render.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * The segments of a JPEG file before its first scan, read leniently: the header gate has walked them before.
 *
 * @param frame    where SOFn stands, or 0
 * @param scan     where the first SOS stands; the size of the file when there is none
 * @param segments where each segment before it stands
 * @param strays   from where to where there are bytes that belong to no segment
 */
record JpegHeader(JpegBytes bytes, long frame, long scan, List<Long> segments, List<Range> strays) {
    record Range(long from, long to) {}

    static JpegHeader of(JpegBytes bytes) {
        List<Long> segments = new ArrayList<>();
        List<Range> strays = new ArrayList<>();
        long frame = 0;
        long at = 2;
        while (at < bytes.size()) {
            long marker = bytes.nextMarker(at);
            int code = bytes.u8(marker + 1);
            if (marker < bytes.size() && hasStray(bytes, at, marker)) {
                strays.add(new Range(at, marker));
            }
            if (marker == bytes.size() || code == JpegCodes.SOS || code == JpegCodes.EOI) {
                return new JpegHeader(bytes, frame, code == JpegCodes.SOS ? marker : bytes.size(), segments, strays);
            }
            if (JpegCodes.standsAlone(code)) {
                at = marker + 2;
                continue;
            }
            frame = JpegCodes.startsFrame(code) ? marker : frame;
            segments.add(marker);
            at = marker + 2 + Math.max(2, bytes.u16(marker + 2));
        }
        return new JpegHeader(bytes, frame, bytes.size(), segments, strays);
    }

    /** Any number of 0xff may stand before a marker; other bytes may not. */
    private static boolean hasStray(JpegBytes bytes, long from, long to) {
        for (long at = from; at < to; at++) {
            if (bytes.u8(at) != 0xff) {
                return true;
            }
        }
        return false;
    }

    int frameCode() {
        return frame == 0 ? 0 : bytes.u8(frame + 1);
    }

    int components() {
        return bytes.u8(frame + 9);
    }

    int componentsOfScan() {
        return bytes.u8(scan + 4);
    }

    /** Where the first scan's compressed data begins. */
    long data() {
        return Math.min(bytes.size(), scan + 2 + bytes.u16(scan + 2));
    }

    boolean isSequential() {
        return frameCode() == JpegCodes.SOF0 || frameCode() == JpegCodes.SOF1;
    }

    /** All of the picture is in one scan of Huffman codes. */
    boolean isOneScan() {
        return isSequential() && componentsOfScan() == components();
    }

    /** More than one picture may be in the file: that is announced here (CIPA DC-007), as phones do with their gain maps. */
    boolean announcesMorePictures() {
        return segments.stream().anyMatch(at -> bytes.u8(at + 1) == JpegCodes.APP2 && bytes.says(at + 4, "MPF\0"));
    }
}
