package latent.render.header;

import latent.image.Orientation;

/** The orientation in an Exif block, which is a little TIFF file (Exif 2.32, 4.6.5). A broken block turns nothing. */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    static Orientation orientation(Cursor block) {
        try {
            if (block.nextIs("Exif\0")) {
                block.skip(6);
            }
            return inTiff(block.part(block.remaining()));
        } catch (Cursor.TooShort e) {
            return Orientation.TOP_LEFT;
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
