package latent.render.jpeg;

/**
 * A table of Huffman codes as DHT gives it (ITU-T T.81, F.2.2.3), read bit by bit, or where the code is short at once.
 *
 * @param ofShortCodes for the next {@link #SHORT} bits, whatever they are, the length of the code that they begin with and, in the lower byte, its value; 0
 *     where the code is longer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HuffmanTable(int[] maxCode, int[] firstValue, int[] values, int[] ofShortCodes) {
    static final int NO_CODE = -1;
    static final int NO_BITS = -2;
    private static final int LONGEST = 16;
    private static final int SHORT = 10;

    /**
     * @param counts where in the file the numbers of codes of each length stand, the values behind them
     */
    static HuffmanTable at(JpegBytes bytes, long counts) {
        int[] maxCode = new int[LONGEST + 1];
        int[] firstValue = new int[LONGEST + 1];
        int code = 0;
        int value = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int count = bytes.u8(counts + length - 1);
            firstValue[length] = value - code;
            code += count;
            value += count;
            maxCode[length] = count == 0 ? -1 : code - 1;
            code <<= 1;
        }
        int[] values = new int[value];
        for (int i = 0; i < value; i++) {
            values[i] = bytes.u8(counts + LONGEST + i);
        }
        int[] ofShortCodes = new int[1 << SHORT];
        for (int next = 0; next < ofShortCodes.length; next++) {
            ofShortCodes[next] = shortCode(next, maxCode, firstValue, values);
        }
        return new HuffmanTable(maxCode, firstValue, values, ofShortCodes);
    }

    private static int shortCode(int next, int[] maxCode, int[] firstValue, int[] values) {
        for (int length = 1; length <= SHORT; length++) {
            int code = next >> (SHORT - length);
            if (code <= maxCode[length]) {
                int index = code + firstValue[length];
                return index < values.length && index >= 0 ? length << 8 | values[index] : 0;
            }
        }
        return 0;
    }

    /** How many bytes it takes in the file. */
    int bytes() {
        return LONGEST + values.length;
    }

    /** The next value, {@link #NO_CODE} when the bits are no code, {@link #NO_BITS} when there are not enough. */
    int decode(ScanBits bits) {
        int ahead = bits.peek(SHORT);
        int found = ahead < 0 ? 0 : ofShortCodes[ahead];
        if (found != 0) {
            bits.skip(found >> 8);
            return found & 0xff;
        }
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int bit = bits.next();
            if (bit < 0) {
                return NO_BITS;
            }
            code = code << 1 | bit;
            if (code <= maxCode[length]) {
                int index = code + firstValue[length];
                return index < values.length && index >= 0 ? values[index] : NO_CODE;
            }
        }
        return NO_CODE;
    }
}
