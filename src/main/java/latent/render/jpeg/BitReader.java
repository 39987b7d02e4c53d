package latent.render.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The bits of entropy-coded data, up to the next marker; what lies behind it reads as zeros and is noticed (ITU-T T.81, F.2.2.5). */
final class BitReader {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] file;
    private int at;
    private long buffer;
    private int bits;
    private int invented;

    BitReader(byte[] file) {
        this.file = file;
    }

    /** Begins anew at a place in the file. */
    void start(int position) {
        at = position;
        buffer = 0;
        bits = 0;
        invented = 0;
    }

    /** Where the marker stands that ends the data; also where the data were not read to their end. */
    int marker() {
        int marker = at;
        while (marker + 1 < file.length && !(file[marker] == (byte) 0xff && isMarker(file[marker + 1]))) {
            marker++;
        }
        return marker;
    }

    /** True when more bits were asked for than the file has. */
    boolean exhausted() {
        return bits < invented;
    }

    /** Makes sure of at least 32 bits. */
    void fill() {
        if (bits > 32) {
            return;
        }
        if (at + 4 <= file.length) {
            int next = (int) INTS.get(file, at);
            // No byte of the four is 0xff: then none is stuffed and none begins a marker.
            if ((next & 0x80808080 & (~next - 0x01010101)) == 0) {
                buffer = buffer << 32 | (next & 0xffffffffL);
                bits += 32;
                at += 4;
                return;
            }
        }
        while (bits <= 48) {
            buffer = buffer << 8 | next();
            bits += 8;
        }
    }

    private int next() {
        if (at < file.length && file[at] != (byte) 0xff) {
            return file[at++] & 0xff;
        }
        if (at + 1 < file.length && file[at + 1] == 0) {
            at += 2;
            return 0xff;
        }
        invented += 8;
        return 0;
    }

    /** The next bits without taking them, at most 16; {@link #fill} came before. */
    int peek(int count) {
        return (int) (buffer >>> (bits - count)) & ((1 << count) - 1);
    }

    void skip(int count) {
        bits -= count;
    }

    int take(int count) {
        bits -= count;
        return (int) (buffer >>> bits) & ((1 << count) - 1);
    }

    boolean takeBit() {
        if (bits == 0) {
            fill();
        }
        return take(1) != 0;
    }

    /** A signed number of this many bits (F.2.2.1, EXTEND). */
    int takeSigned(int count) {
        int value = take(count);
        return value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
    }

    private static boolean isMarker(byte code) {
        return code != 0 && code != (byte) 0xff;
    }
}
