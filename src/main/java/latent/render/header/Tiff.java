package latent.render.header;

import latent.image.ImageFormat;
import latent.image.Orientation;

/** The first directory of a TIFF file (TIFF 6.0, section 2), and how many there are. */
final class Tiff {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int ORIENTATION = 274;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    /** More pages than a scanner makes; the bound ends a chain of directories that bites its tail. */
    private static final int MAX_PAGES = 1_024;

    /** Of a directory. */
    static final int MAX_ENTRIES = 1_024;

    private Tiff() {}

    static Claim read(Cursor file) {
        file.littleEndian(file.nextIs("II")).skip(4);
        long directory = file.u32();
        TiffKind.requireShown(file, directory);
        Claim first = directory(file.seek(directory));
        int pages = 1;
        try {
            for (long next = file.u32(); next != 0; next = file.u32()) {
                if (pages == MAX_PAGES) {
                    throw Broken.header("it has too many pages");
                }
                directory(file.seek(next));
                pages++;
            }
        } catch (Cursor.TooShort e) {
            return first.withFrames(pages);
        }
        return first.withFrames(pages);
    }

    private static Claim directory(Cursor file) {
        long width = 0;
        long height = 0;
        Orientation orientation = Orientation.TOP_LEFT;
        int entries = file.u16();
        if (entries > MAX_ENTRIES) {
            throw Broken.header("its directory is too long");
        }
        for (; entries > 0; entries--) {
            int tag = file.u16();
            int type = file.u16();
            file.skip(4);
            Cursor cell = file.part(4);
            long value = type == SHORT ? cell.u16() : type == LONG ? cell.u32() : 0;
            switch (tag) {
                case WIDTH -> width = value;
                case HEIGHT -> height = value;
                case ORIENTATION -> orientation = Orientation.ofExif((int) value);
                default -> {}
            }
        }
        return Claim.still(ImageFormat.TIFF, width, height).turned(orientation);
    }
}
