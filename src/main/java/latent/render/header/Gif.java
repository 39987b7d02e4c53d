package latent.render.header;

import latent.image.ImageFormat;

/**
 * The blocks of a GIF file (GIF89a specification, 15 to 26). The canvas is as large as the screen, and as the first frame where that stands over or
 * the screen has no size: so it is in Chromium, and in libvips. What stands over of later frames is not shown.
 */
final class Gif {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;

    private Gif() {}

    static Claim read(Cursor file) {
        file.littleEndian(true).skip(6);
        Claim screen = Claim.still(ImageFormat.GIF, file.u16(), file.u16());
        int flags = file.u8();
        file.skip(2);
        skipColourTable(file, flags);
        int frames = 0;
        try {
            for (int block = file.u8(); block == IMAGE || block == EXTENSION; block = file.u8()) {
                if (block == IMAGE) {
                    Claim frame = frame(file);
                    screen = frames == 0 ? screen.atLeast(frame) : screen;
                    frames++;
                    skipColourTable(file, file.u8());
                    file.skip(1);
                } else {
                    file.skip(1);
                }
                skipSubBlocks(file);
            }
        } catch (Cursor.TooShort e) {
            if (frames == 0) {
                throw e;
            }
        }
        return screen.withFrames(frames);
    }

    /** What one frame covers, from the upper left corner of the screen. */
    private static Claim frame(Cursor file) {
        int left = file.u16();
        int top = file.u16();
        return Claim.still(ImageFormat.GIF, (long) left + file.u16(), (long) top + file.u16());
    }

    private static void skipColourTable(Cursor file, int flags) {
        if ((flags & 0x80) != 0) {
            file.skip(3L << ((flags & 7) + 1));
        }
    }

    private static void skipSubBlocks(Cursor file) {
        for (int length = file.u8(); length > 0; length = file.u8()) {
            file.skip(length);
        }
    }
}
