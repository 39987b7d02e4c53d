package latent.render.imgscalr;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import latent.render.jpeg.JpegMarkers;
import latent.render.jpeg.JpegMarkers.Segment;

/**
 * A JPEG file taken apart before its first scan: the colour profile for us, and for the decoder a file without any metadata, so that no broken
 * profile and no thumbnail can trip it. The header gate has walked the same segments, so they are whole.
 *
 * @param inverted the Adobe marker is there: ink is stored as 255 minus itself
 * @param arithmetic the coding that libjpeg in the JDK was built without
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record JpegSegments(byte[] stripped, Optional<byte[]> profile, boolean inverted, boolean arithmetic) {
    private static final int SOF9 = 0xc9;
    private static final int SOF11 = 0xcb;
    private static final int APP0 = 0xe0;
    private static final String ICC = "ICC_PROFILE\0";

    /** The mark of a profile, the number of this part of it, and how many there are. */
    private static final int ICC_BYTES = 14;

    static JpegSegments of(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        TreeMap<Integer, byte[]> profile = new TreeMap<>();
        boolean adobe = false;
        boolean arithmetic = false;
        kept.write(file, 0, 2);
        JpegMarkers markers = JpegMarkers.in(MemorySegment.ofArray(file));
        Segment segment = markers.next();
        for (; !segment.isLast(); segment = markers.next()) {
            int marker = segment.marker();
            int content = (int) segment.content();
            int end = (int) segment.end();
            if (marker == JpegMarkers.APP2 && markers.startsWith(segment, ICC) && end - content > ICC_BYTES) {
                profile.put(file[content + ICC.length()] & 0xff, Arrays.copyOfRange(file, content + ICC_BYTES, end));
            }
            arithmetic |= marker >= SOF9 && marker <= SOF11;
            adobe |= marker == JpegMarkers.APP14 && markers.startsWith(segment, "Adobe");
            if (!segment.isMetadata() || marker == APP0 || marker == JpegMarkers.APP14) {
                kept.write(file, (int) segment.start(), end - (int) segment.start());
            }
        }
        int scan = (int) Math.min(segment.start(), file.length);
        kept.write(file, scan, file.length - scan);
        return new JpegSegments(
                kept.toByteArray(),
                profile.isEmpty() ? Optional.empty() : Optional.of(joined(profile.values())),
                adobe,
                arithmetic);
    }

    private static byte[] joined(Collection<byte[]> parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
