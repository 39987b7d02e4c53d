package latent.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * BMP files of every kind with one picture: red, green, blue and white quarters, from the upper left to the lower right. Their lines are of 42 pixels,
 * so that most kinds have to pad them.
 */
public final class BmpFile {
    public static final int WIDTH = 42;
    public static final int HEIGHT = 20;
    public static final int OS2 = 12;
    public static final int WINDOWS = 40;
    public static final int WITH_MASKS = 56;
    public static final int VERSION_4 = 108;
    public static final int VERSION_5 = 124;

    private static final int[] COLOURS = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff};

    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    private final int header;
    private final int bits;
    private int compression;
    private boolean topDown;
    private int[] masks = {};
    private int alpha = -1;
    private boolean inIcon;

    /** @param header how long it is, which says of which kind it is */
    public BmpFile(int header, int bits) {
        this.header = header;
        this.bits = bits;
    }

    public BmpFile topDown() {
        topDown = true;
        return this;
    }

    /** Which bits of a pixel are red, green, blue and perhaps alpha. */
    public BmpFile masks(int... each) {
        masks = each;
        compression = 3;
        return this;
    }

    /** What the lower half has for alpha, 0 to 255; the upper half has all of it, or none where this is none. */
    public BmpFile alpha(int lower) {
        alpha = lower;
        return this;
    }

    /** The file. */
    public byte[] bytes() {
        for (int i = 0; i < HEIGHT; i++) {
            line(topDown ? i : HEIGHT - 1 - i);
        }
        return file(pixels.toByteArray());
    }

    /** The same without the header of a file, twice as high, with a mask below that makes the right half transparent. */
    byte[] inIcon() {
        inIcon = true;
        for (int i = 0; i < HEIGHT; i++) {
            line(HEIGHT - 1 - i);
        }
        for (int i = 0; i < HEIGHT; i++) {
            pixels.writeBytes(new byte[] {0, 0, 0x07, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0});
        }
        byte[] file = file(pixels.toByteArray());
        return java.util.Arrays.copyOfRange(file, 14, file.length);
    }

    /** The file, with runs in place of pixels. */
    public byte[] runs(int kind, int... codes) {
        compression = kind;
        for (int code : codes) {
            pixels.write(code);
        }
        return file(pixels.toByteArray());
    }

    private static int quarter(int x, int y) {
        return (y < HEIGHT / 2 ? 0 : 2) + (x < WIDTH / 2 ? 0 : 1);
    }

    private void line(int y) {
        long pending = 0;
        int count = 0;
        int before = pixels.size();
        for (int x = 0; x < WIDTH; x++) {
            long pixel = pixel(x, y);
            if (bits >= 8) {
                for (int i = 0; i < bits; i += 8) {
                    pixels.write((int) (pixel >> i));
                }
                continue;
            }
            pending = pending << bits | pixel;
            for (count += bits; count >= 8; count -= 8) {
                pixels.write((int) (pending >> (count - 8)));
            }
        }
        if (count > 0) {
            pixels.write((int) (pending << (8 - count)));
        }
        while ((pixels.size() - before) % 4 != 0) {
            pixels.write(0);
        }
    }

    private long pixel(int x, int y) {
        int quarter = quarter(x, y);
        if (bits <= 8) {
            return quarter & (1 << bits) - 1;
        }
        int rgb = COLOURS[quarter];
        if (masks.length > 0) {
            long pixel = 0;
            for (int i = 0; i < 3; i++) {
                pixel |= ((rgb >> (16 - 8 * i)) & 1) == 1 ? masks[i] & 0xffffffffL : 0;
            }
            return masks.length < 4 ? pixel : pixel | part(masks[3], opacity(y));
        }
        if (bits == 16) {
            return (rgb >> 16 & 1) * 0x7c00L | (rgb >> 8 & 1) * 0x3e0L | (rgb & 1) * 0x1fL;
        }
        return bits == 32 ? (long) opacity(y) << 24 | rgb : rgb;
    }

    private int opacity(int y) {
        return y < HEIGHT / 2 && alpha != 0 ? 255 : Math.max(0, alpha);
    }

    private static long part(int mask, int opacity) {
        int shift = Integer.numberOfTrailingZeros(mask);
        return Math.round((mask >>> shift) * opacity / 255.0) << shift;
    }

    private byte[] file(byte[] data) {
        int colours = bits <= 8 ? 1 << bits : 0;
        int colourBytes = header == OS2 ? 3 : 4;
        int masksBehind = header == WINDOWS ? 4 * masks.length : 0;
        int start = 14 + header + masksBehind + colours * colourBytes;
        ByteBuffer file = ByteBuffer.allocate(start + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B')
                .put((byte) 'M')
                .putInt(file.capacity())
                .putInt(0)
                .putInt(start)
                .putInt(header);
        if (header == OS2) {
            file.putShort((short) WIDTH)
                    .putShort((short) HEIGHT)
                    .putShort((short) 1)
                    .putShort((short) bits);
        } else {
            file.putInt(WIDTH).putInt((topDown ? -1 : 1) * (inIcon ? 2 : 1) * HEIGHT);
            file.putShort((short) 1).putShort((short) bits).putInt(compression);
            file.position(54);
            for (int mask : masks) {
                file.putInt(mask);
            }
            file.position(14 + header + masksBehind);
        }
        for (int i = 0; i < colours; i++) {
            int rgb = COLOURS[i % 4];
            file.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
            file.position(file.position() + colourBytes - 3);
        }
        return file.put(data).array();
    }
}
