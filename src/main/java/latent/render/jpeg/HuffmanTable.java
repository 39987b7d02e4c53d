package latent.render.jpeg;

import java.io.IOException;
import java.util.Arrays;

/** A Huffman table (ITU-T T.81, C.2 and F.2.2.3), with a short cut for codes of at most nine bits, which are nearly all. */
final class HuffmanTable {
    private static final int SHORT_BITS = 9;

    private final short[] quick = new short[1 << SHORT_BITS];
    private final int[] afterLast = new int[18];
    private final int[] offset = new int[17];
    private final byte[] symbols;

    /** @param counts of the codes of 1 to 16 bits */
    HuffmanTable(int[] counts, byte[] symbols) throws IOException {
        this.symbols = symbols;
        int code = 0;
        int symbol = 0;
        for (int length = 1; length <= 16; length++) {
            offset[length] = symbol - code;
            for (int i = 0; i < counts[length]; i++, code++, symbol++) {
                if (code >= 1 << length) {
                    throw new IOException("a Huffman table has too many codes");
                }
                if (length <= SHORT_BITS) {
                    int first = code << (SHORT_BITS - length);
                    short entry = (short) (length << 8 | (symbols[symbol] & 0xff));
                    Arrays.fill(quick, first, first + (1 << (SHORT_BITS - length)), entry);
                }
            }
            afterLast[length] = code << (16 - length);
            code <<= 1;
        }
        afterLast[17] = Integer.MAX_VALUE;
    }

    /** The next symbol; up to 16 bits are taken. */
    int decode(BitReader bits) throws IOException {
        int entry = quick[bits.peek(SHORT_BITS)];
        if (entry != 0) {
            bits.skip(entry >> 8);
            return entry & 0xff;
        }
        int ahead = bits.peek(16);
        int length = SHORT_BITS + 1;
        while (ahead >= afterLast[length]) {
            length++;
        }
        if (length > 16) {
            throw new IOException("no such Huffman code");
        }
        bits.skip(length);
        return symbols[(ahead >> (16 - length)) + offset[length]] & 0xff;
    }
}
