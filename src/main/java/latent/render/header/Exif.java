package latent.render.header;

import java.util.Optional;
import latent.image.Orientation;

/**
 * The orientation in an Exif block, which is a little TIFF file (Exif 2.32, 4.6.5). As in browsers, the first block of a file counts, in it the
 * first such tag, and that only as one number of type SHORT. A broken block turns nothing.
 */
final class Exif {
    /** What a block in a JPEG file begins with; one more byte, whatever it is, belongs to it. */
    static final String MARK = "Exif\0";

    private static final int MARK_BYTES = 6;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    /** The orientation in a block that may begin with the mark; empty when the block is empty, so that the next one counts. */
    static Optional<Orientation> orientation(Cursor block) {
        if (block.nextIs(MARK)) {
            block.skip(Math.min(MARK_BYTES, block.remaining()));
        }
        return orientationWithoutMark(block);
    }

    /** The orientation in a block as it is in PNG, where a mark before it makes it a broken one. */
    static Optional<Orientation> orientationWithoutMark(Cursor block) {
        if (block.remaining() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(inTiff(block.part(block.remaining())));
        } catch (Cursor.NotRead e) {
            throw e;
        } catch (Cursor.TooShort e) {
            return Optional.of(Orientation.TOP_LEFT);
        }
    }

    private static Orientation inTiff(Cursor tiff) {
        boolean little = tiff.nextIs("II");
        if (!little && !tiff.nextIs("MM")) {
            return Orientation.TOP_LEFT;
        }
        tiff.littleEndian(little).skip(4);
        tiff.seek(tiff.u32());
        for (int entries = tiff.u16(); entries > 0; entries--) {
            int tag = tiff.u16();
            int type = tiff.u16();
            long count = tiff.u32();
            if (tag == ORIENTATION) {
                return type == SHORT && count == 1 ? Orientation.ofExif(tiff.u16()) : Orientation.TOP_LEFT;
            }
            tiff.skip(4);
        }
        return Orientation.TOP_LEFT;
    }
}
