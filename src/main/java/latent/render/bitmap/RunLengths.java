package latent.render.bitmap;

import java.io.EOFException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The pixels of a bitmap of runs, of four or eight bits ({@code BI_RLE4}, {@code BI_RLE8} in Microsoft's description of bitmap compression). Not
 * by the library: TwelveMonkeys 3.13.1 loses its place at a jump, and Java's own reader shows what a file that is cut off still has. What no run
 * paints is black, as in Chromium.
 */
final class RunLengths {
    private static final int BLACK = 0xff000000;
    private static final int NEXT_LINE = 0;
    private static final int END = 1;
    private static final int JUMP = 2;

    private final ByteBuffer codes;
    private final DibHeader header;
    private final int[] palette;
    private final byte[] indices;
    private final BitSet painted;
    private int x;
    private int y;

    /** @param pixels where the runs begin, in bytes of the file */
    RunLengths(ByteBuffer file, DibHeader header, long pixels) throws EOFException {
        this.codes = file.duplicate().position(Math.toIntExact(pixels));
        this.header = header;
        this.palette = palette(file, header, pixels);
        this.indices = new byte[Math.toIntExact(header.width() * header.height())];
        this.painted = new BitSet(indices.length);
        try {
            decode();
        } catch (BufferUnderflowException e) {
            throw new EOFException("runs without an end");
        }
    }

    /** A line, counted from the top, as Java packs pixels. */
    void line(int top, int[] argb) {
        long line = header.topDown() ? top : header.height() - 1 - top;
        int start = (int) (line * header.width());
        for (int i = 0; i < header.width(); i++) {
            argb[i] = painted.get(start + i) ? palette[indices[start + i] & 0xff] : BLACK;
        }
    }

    /** Blue, green, red and a byte of nothing for each colour; what the file does not have is black. */
    private static int[] palette(ByteBuffer file, DibHeader header, long pixels) {
        int[] palette = new int[256];
        Arrays.fill(palette, BLACK);
        int start = header.at() + header.bytes();
        for (int i = 0; i < 1 << header.bits() && start + 4 * (i + 1) <= pixels; i++) {
            palette[i] = BLACK | file.getInt(start + 4 * i);
        }
        return palette;
    }

    private void decode() {
        while (y < header.height()) {
            int count = u8();
            int value = u8();
            if (count > 0) {
                run(count, value);
            } else if (value == NEXT_LINE) {
                x = 0;
                y++;
            } else if (value == END) {
                return;
            } else if (value == JUMP) {
                x += u8();
                y += u8();
            } else {
                literal(value);
            }
        }
    }

    private void run(int count, int value) {
        for (int i = 0; i < count; i++) {
            paint(header.bits() == 8 ? value : i % 2 == 0 ? value >> 4 : value & 15);
        }
    }

    /** Pixels one by one; together they take an even number of bytes. */
    private void literal(int count) {
        int pair = 0;
        for (int i = 0; i < count; i++) {
            if (header.bits() == 8) {
                paint(u8());
            } else {
                pair = i % 2 == 0 ? u8() : pair;
                paint(i % 2 == 0 ? pair >> 4 : pair & 15);
            }
        }
        int bytes = header.bits() == 8 ? count : (count + 1) / 2;
        codes.position(codes.position() + bytes % 2);
    }

    /** Pixels beyond the end of the line are dropped. */
    private void paint(int index) {
        if (x < header.width() && y < header.height()) {
            int at = (int) (y * header.width() + x);
            indices[at] = (byte) index;
            painted.set(at);
        }
        x++;
    }

    private int u8() {
        return codes.get() & 0xff;
    }
}
