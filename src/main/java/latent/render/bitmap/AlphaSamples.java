package latent.render.bitmap;

import java.nio.ByteBuffer;

/** The alpha of the pixels of a bitmap of 16 or 32 bits. Where all of it is zero and no mask declares it, the picture is opaque, as in Chromium. */
final class AlphaSamples {
    private final ByteBuffer file;
    private final DibHeader header;
    private final long pixels;
    private final int shift;
    private final long most;

    /** @param pixels where the pixels begin, in bytes of the file */
    AlphaSamples(ByteBuffer file, DibHeader header, long pixels) {
        this.file = file;
        this.header = header;
        this.pixels = pixels;
        this.shift = Integer.numberOfTrailingZeros(header.alphaMask());
        this.most = Integer.toUnsignedLong(header.alphaMask()) >>> shift;
    }

    /** Whether the picture has alpha. */
    boolean isThere() {
        if (header.alphaMask() == 0) {
            return false;
        }
        if (header.hasMasks()) {
            return true;
        }
        for (int y = 0; y < header.height(); y++) {
            for (int x = 0; x < header.width(); x++) {
                if ((pixel(x, y) & header.alphaMask()) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 0 to 255; the line is counted from the top. */
    int at(int x, int y) {
        long sample = Integer.toUnsignedLong(pixel(x, y) & header.alphaMask()) >>> shift;
        return (int) ((sample * 255 + most / 2) / most);
    }

    private int pixel(int x, int y) {
        long line = header.topDown() ? y : header.height() - 1 - y;
        int at = (int) (pixels + line * header.lineBytes() + (long) x * header.bits() / 8);
        return header.bits() == 32 ? file.getInt(at) : file.getShort(at) & 0xffff;
    }
}
