package latent.render.header;

/**
 * How wide the numbers of a TIFF file are that say how many and where: 4 bytes, and a directory's length 2, or in BigTIFF 8 for each (TIFF 6.0, section 2;
 * BigTIFF design of libtiff).
 */
enum TiffWidths {
    CLASSIC(2, 4),
    BIG(8, 8);

    private static final int BIG_VERSION = 43;
    private static final int TAG_AND_TYPE_BYTES = 4;

    /** More than any file has. */
    private static final int MAX_ENTRIES = 1_024;

    private final int lengthBytes;
    private final int cellBytes;

    TiffWidths(int lengthBytes, int cellBytes) {
        this.lengthBytes = lengthBytes;
        this.cellBytes = cellBytes;
    }

    /** Reads the header of a file, up to the place of its first directory, and sets the byte order. */
    static TiffWidths ofFile(Cursor file) {
        file.littleEndian(file.nextIs("II")).skip(2);
        if (file.u16() != BIG_VERSION) {
            return CLASSIC;
        }
        if (file.u16() != BIG.cellBytes || file.u16() != 0) {
            throw Broken.header("its places have no width of BigTIFF's");
        }
        return BIG;
    }

    /** A count of values, or a place in the file. */
    long number(Cursor file) {
        return this == BIG ? file.u64() : file.u32();
    }

    /** How many entries a directory has, with which it begins. */
    int entries(Cursor directory) {
        long entries = this == BIG ? directory.u64() : directory.u16();
        if (entries < 0 || entries > MAX_ENTRIES) {
            throw Broken.header("its directory is too long");
        }
        return (int) entries;
    }

    /** Where an entry begins, counted from where its directory does. */
    long entryPlace(int entry) {
        return lengthBytes + (long) entry * (TAG_AND_TYPE_BYTES + 2 * cellBytes);
    }

    /** What of an entry is its value, or the place of its values. */
    int cellBytes() {
        return cellBytes;
    }
}
