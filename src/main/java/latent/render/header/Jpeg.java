package latent.render.header;

import latent.image.ImageFormat;
import latent.image.Orientation;

/** The marker segments of a JPEG file before its first scan (ITU-T T.81, annex B). */
final class Jpeg {
    private static final int APP1 = 0xe1;
    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;

    private Jpeg() {}

    static Claim read(Cursor file) {
        file.skip(2);
        Claim frame = Claim.still(ImageFormat.JPEG, 0, 0);
        Orientation orientation = Orientation.TOP_LEFT;
        for (int marker = next(file); marker != SOS && marker != EOI; marker = next(file)) {
            if (standsAlone(marker)) {
                continue;
            }
            Cursor segment = file.part(Math.max(0, file.u16() - 2));
            if (isFrame(marker)) {
                frame = frame(marker, segment, frame);
            } else if (marker == APP1 && segment.nextIs("Exif\0")) {
                orientation = Exif.orientation(segment);
            }
        }
        return frame.turned(orientation);
    }

    /** The next marker; like libjpeg, it steps over stray bytes before it. */
    private static int next(Cursor file) {
        int last = file.u8();
        int code = file.u8();
        while (last != 0xff || code == 0 || code == 0xff) {
            last = code;
            code = file.u8();
        }
        return code;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    }

    /** SOF0 to SOF15, without the three codes among them that mean something else. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
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
