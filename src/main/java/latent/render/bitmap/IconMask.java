package latent.render.bitmap;

import java.nio.ByteBuffer;

/** The mask below the picture of an icon: a bit for each pixel, 1 where it is transparent. What is missing of it is opaque. */
final class IconMask {
    private final ByteBuffer file;
    private final DibHeader header;
    private final long start;
    private final long lineBytes;

    /** @param pixels where the pixels begin, in bytes of the file; the mask follows them */
    IconMask(ByteBuffer file, DibHeader header, long pixels) {
        this.file = file;
        this.header = header;
        this.start = pixels + header.lineBytes() * header.height();
        this.lineBytes = (header.width() + 31) / 32 * 4;
    }

    /** 0 or 255; the line is counted from the top. */
    int at(int x, int y) {
        long line = header.topDown() ? y : header.height() - 1 - y;
        long at = start + line * lineBytes + x / 8;
        return at < file.limit() && ((file.get((int) at) >> (7 - x % 8)) & 1) == 1 ? 0 : 255;
    }
}
