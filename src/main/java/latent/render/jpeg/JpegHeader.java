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
        JpegMarkers markers = JpegMarkers.in(bytes.file());
        while (true) {
            JpegMarkers.Segment segment = markers.nextOrAlone();
            boolean isThere = bytes.u8(segment.start()) == 0xff && bytes.u8(segment.start() + 1) == segment.marker();
            if (isThere && hasStray(bytes, segment.from(), segment.start())) {
                strays.add(new Range(segment.from(), segment.start()));
            }
            if (segment.isLast()) {
                long scan = segment.marker() == JpegCodes.SOS ? segment.start() : bytes.size();
                return new JpegHeader(bytes, frame, scan, segments, strays);
            }
            if (!JpegCodes.standsAlone(segment.marker())) {
                frame = segment.isFrameHeader() ? segment.start() : frame;
                segments.add(segment.start());
            }
        }
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

    long pixels() {
        return (long) bytes.u16(frame + 5) * bytes.u16(frame + 7);
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
