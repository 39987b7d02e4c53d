package latent.render.imgscalr;

import java.io.IOException;
import java.util.Arrays;

/**
 * A prefix code of lossless WebP (RFC 9649, 3.7.2). Only complete ones are let in, as libwebp does it: what the reader makes of others is its own
 * business.
 */
final class LosslessCode {
    private static final int LONGEST = 15;
    private static final int LENGTHS = 19;
    private static final int[] LENGTHS_IN_ORDER = {17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int FIRST_LENGTH = 8;

    /** The reader's first table of a code, and the most that its others take for a symbol: 128 numbers for eight. */
    private static final long TABLE_BYTES = 1_100;

    private static final long LONG_SYMBOL_BYTES = 64;
    private static final int LONG = 8;

    private final int[] counts = new int[LONGEST + 1];
    private final int[] symbols;

    private LosslessCode(int[] lengths) throws IOException {
        int used = 0;
        for (int length : lengths) {
            counts[length] += 1;
            used += length > 0 ? 1 : 0;
        }
        symbols = new int[used];
        int[] next = new int[LONGEST + 2];
        for (int length = 1; length <= LONGEST; length++) {
            next[length + 1] = next[length] + counts[length];
        }
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                symbols[next[lengths[symbol]]++] = symbol;
            }
        }
        mustBeComplete();
    }

    private void mustBeComplete() throws IOException {
        long free = 1L << LONGEST;
        for (int length = 1; length <= LONGEST; length++) {
            free -= (long) counts[length] << (LONGEST - length);
        }
        if (symbols.length != 1 && free != 0) {
            throw new IOException("a prefix code of lossless WebP is not complete");
        }
    }

    /** The next one in a file, for so many symbols. */
    static LosslessCode next(LosslessBits bits, int alphabet) throws IOException {
        int[] lengths = new int[alphabet];
        if (bits.flag()) {
            boolean two = bits.flag();
            int first = bits.number(bits.flag() ? 8 : 1);
            int second = two ? bits.number(8) : alphabet - 1;
            if (first >= alphabet || second >= alphabet || (two && second <= first)) {
                throw new IOException("a prefix code of lossless WebP has no such symbols");
            }
            lengths[first] = 1;
            lengths[second] += two ? 1 : 0;
        } else {
            readLengths(bits, lengths);
        }
        return new LosslessCode(lengths);
    }

    private static void readLengths(LosslessBits bits, int[] lengths) throws IOException {
        int[] ofLengths = new int[LENGTHS];
        int told = bits.number(4) + 4;
        for (int i = 0; i < told; i++) {
            ofLengths[LENGTHS_IN_ORDER[i]] = bits.number(3);
        }
        LosslessCode code = new LosslessCode(ofLengths);
        int left = bits.flag() ? 2 + bits.number(2 + 2 * bits.number(3)) : lengths.length;
        int previous = FIRST_LENGTH;
        for (int symbol = 0; symbol < lengths.length && left > 0; left--) {
            int length = code.read(bits);
            int times = switch (length) {
                case 16 -> 3 + bits.number(2);
                case 17 -> 3 + bits.number(3);
                case 18 -> 11 + bits.number(7);
                default -> 1;
            };
            if (symbol + times > lengths.length) {
                throw new IOException("a prefix code of lossless WebP has too many symbols");
            }
            previous = length > 0 && length <= LONGEST ? length : previous;
            int filled = length <= LONGEST ? length : length == 16 ? previous : 0;
            Arrays.fill(lengths, symbol, symbol + times, filled);
            symbol += times;
        }
    }

    /** The next symbol; one that is alone takes no bits. */
    int read(LosslessBits bits) throws IOException {
        if (symbols.length == 1) {
            return symbols[0];
        }
        int code = 0;
        int first = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code = code << 1 | bits.number(1);
            first <<= 1;
            if (code - first < counts[length]) {
                return symbols[index + code - first];
            }
            index += counts[length];
            first += counts[length];
        }
        throw new IOException("no code of lossless WebP");
    }

    /** At most what the reader's tables for it take, in bytes. */
    long tableBytes() {
        long longSymbols = 0;
        for (int length = LONG + 1; length <= LONGEST; length++) {
            longSymbols += counts[length];
        }
        return TABLE_BYTES + LONG_SYMBOL_BYTES * longSymbols;
    }
}
