package latent.render.header;

import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.Orientation;
import latent.render.jpeg.JpegMarkers;
import latent.render.jpeg.JpegMarkers.Segment;

/** Size and orientation of a JPEG file, from the segments before its first scan. */
final class Jpeg {
    private Jpeg() {}

    static Claim read(Cursor file) {
        JpegMarkers markers = new JpegMarkers(place -> file.seek(place).u8());
        Claim frame = Claim.still(ImageFormat.JPEG, 0, 0);
        Optional<Orientation> orientation = Optional.empty();
        for (Segment segment = markers.next(); !segment.isLast(); segment = markers.next()) {
            if (segment.isFrameHeader()) {
                frame = frame(segment.marker(), content(file, segment), frame);
            } else if (orientation.isEmpty()
                    && segment.marker() == JpegMarkers.APP1
                    && markers.startsWith(segment, Exif.MARK)) {
                orientation = Exif.orientation(content(file, segment));
            }
        }
        return frame.turned(orientation.orElse(Orientation.TOP_LEFT));
    }

    private static Cursor content(Cursor file, Segment segment) {
        return file.seek(segment.content()).part(segment.end() - segment.content());
    }

    private static Claim frame(int marker, Cursor segment, Claim before) {
        if (before.width() != 0) {
            // A second frame header is how to show one size to the gate and another to a decoder.
            throw Broken.header("it has two frame headers");
        }
        segment.skip(1);
        int height = segment.u16();
        return Claim.still(ImageFormat.JPEG, segment.u16(), height).interlacedIf((marker & 3) == 2);
    }
}
