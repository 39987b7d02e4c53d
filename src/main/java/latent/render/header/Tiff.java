package latent.render.header;

import latent.image.ImageFormat;
import latent.image.Orientation;

/** The first directory of a TIFF file (TIFF 6.0, section 2): the first page is shown, however many follow. */
final class Tiff {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int ORIENTATION = 274;

    private Tiff() {}

    static Claim read(Cursor file) {
        TiffWidths widths = TiffWidths.ofFile(file);
        long directory = widths.number(file);
        TiffKind.requireShown(file, directory, widths);
        return directory(file.seek(directory), widths);
    }

    private static Claim directory(Cursor file, TiffWidths widths) {
        long width = 0;
        long height = 0;
        long orientation = 0;
        for (int entries = widths.entries(file); entries > 0; entries--) {
            int tag = file.u16();
            int type = file.u16();
            long count = widths.number(file);
            Cursor cell = file.part(widths.cellBytes());
            long value = count == 1 ? number(type, cell) : 0;
            // Of two entries with one tag, libtiff takes the first.
            switch (tag) {
                case WIDTH -> width = width == 0 ? value : width;
                case HEIGHT -> height = height == 0 ? value : height;
                case ORIENTATION -> orientation = orientation == 0 ? value : orientation;
                default -> {}
            }
        }
        return Claim.still(ImageFormat.TIFF, width, height)
                .turned(Orientation.ofExif((int) Math.min(orientation, Integer.MAX_VALUE)));
    }

    /** A number of any of the types that libtiff takes for one, signed or not; 0 for others. */
    private static long number(int type, Cursor cell) {
        return switch (type) {
            case 1, 6 -> cell.u8(); // BYTE, SBYTE
            case 3, 8 -> cell.u16(); // SHORT, SSHORT
            case 4, 9 -> cell.u32(); // LONG, SLONG
            case 16, 17 -> cell.remaining() < 8 ? 0 : Math.max(0, cell.u64()); // LONG8, SLONG8
            default -> 0;
        };
    }
}
