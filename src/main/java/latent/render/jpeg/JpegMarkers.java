package latent.render.jpeg;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * Walks over the marker segments of a JPEG file before its first scan (ITU-T T.81, annex B). Like libjpeg it steps over stray bytes before a
 * marker, which some cameras write. Whoever decodes, and whoever decides what a decoder may see, must see the same segments: so they all ask here.
 */
public final class JpegMarkers {
    public static final int APP1 = 0xe1;
    public static final int APP2 = JpegCodes.APP2;
    public static final int APP14 = JpegCodes.APP14;
    private static final int LENGTH_BYTES = 2;

    private final Bytes file;
    private long place = 2; // behind the start of the image

    /** A walker at the beginning of a file. */
    public JpegMarkers(Bytes file) {
        this.file = file;
    }

    /** A walker over a whole file. */
    public static JpegMarkers in(MemorySegment file) {
        return new JpegMarkers(
                place -> place < file.byteSize() ? Byte.toUnsignedInt(file.get(JAVA_BYTE, place)) : Bytes.NONE);
    }

    /** The bytes of a file, wherever they lie. */
    @FunctionalInterface
    public interface Bytes {
        /** What stands behind the last byte. */
        int NONE = -1;

        /** The byte at a place counted from the first, 0 to 255, or {@link #NONE}. */
        int at(long place);
    }

    /**
     * One marker, with what belongs to it.
     *
     * @param marker  its second byte
     * @param from    place of the first byte behind what stands before it; usually where it starts
     * @param start   place of its first byte
     * @param content place of the first byte behind the marker and the length
     * @param end     place of the first byte behind the segment
     */
    public record Segment(int marker, long from, long start, long content, long end) {
        /** True at the first scan, at the end of the image, and where the file ends before either. */
        public boolean isLast() {
            return marker == JpegCodes.SOS || marker == JpegCodes.EOI;
        }

        /** True for the header of a frame: SOF0 to SOF15, without the three codes among them that mean something else. */
        public boolean isFrameHeader() {
            return JpegCodes.startsFrame(marker);
        }

        /** True for metadata: APP0 to APP15, and comments. */
        public boolean isMetadata() {
            return JpegCodes.isMetadata(marker);
        }
    }

    /** The next segment; after the last there is none to ask for. */
    public Segment next() {
        Segment segment = nextOrAlone();
        while (JpegCodes.standsAlone(segment.marker())) {
            segment = nextOrAlone();
        }
        return segment;
    }

    /** The next marker, also one that stands alone. */
    Segment nextOrAlone() {
        long from = place;
        int marker = toMarker();
        long start = place - 2;
        if (marker == JpegCodes.EOI || JpegCodes.standsAlone(marker)) {
            return new Segment(marker, from, start, place, place);
        }
        int length = Math.max(LENGTH_BYTES, Math.max(0, file.at(place)) << 8 | Math.max(0, file.at(place + 1)));
        long content = place + LENGTH_BYTES;
        place += length;
        return new Segment(marker, from, start, content, place);
    }

    /** Whether the content of a segment begins with these characters, as those of metadata do. */
    public boolean startsWith(Segment segment, String text) {
        if (segment.end() - segment.content() < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (file.at(segment.content() + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Moves behind the next marker, and gives its second byte. */
    private int toMarker() {
        int last = file.at(place++);
        int code = file.at(place++);
        while (last != 0xff || code == 0 || code == 0xff) {
            if (code == Bytes.NONE) {
                return JpegCodes.EOI;
            }
            last = code;
            code = file.at(place++);
        }
        return code == Bytes.NONE ? JpegCodes.EOI : code;
    }
}
