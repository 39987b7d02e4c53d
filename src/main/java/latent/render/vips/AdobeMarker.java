package latent.render.vips;

import java.lang.foreign.MemorySegment;
import latent.render.jpeg.JpegMarkers;
import latent.render.jpeg.JpegMarkers.Segment;

/**
 * Whether a JPEG has Adobe's marker. In a file of four inks it says that they are stored inverted; libvips inverts them whether or not it is
 * there, which turns files of other makers into near black.
 */
final class AdobeMarker {
    private AdobeMarker() {}

    static boolean isIn(MemorySegment jpeg) {
        JpegMarkers markers = JpegMarkers.in(jpeg);
        for (Segment segment = markers.next(); !segment.isLast(); segment = markers.next()) {
            if (segment.marker() == JpegMarkers.APP14 && markers.startsWith(segment, "Adobe")) {
                return true;
            }
        }
        return false;
    }
}
