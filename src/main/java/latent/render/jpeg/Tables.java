package latent.render.jpeg;

import java.io.IOException;
import java.util.Optional;

/** The tables that a file has defined so far; a later one takes the place of an earlier (ITU-T T.81, B.2.4). */
final class Tables {
    /** From the order in the file, low frequencies first, to row by row. */
    static final int[] NATURAL = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private final HuffmanTable[][] huffman = new HuffmanTable[2][4];
    private final int[][] quantization = new int[4][0];
    private int restartInterval;

    void readQuantization(Segments in) throws IOException {
        while (in.has(1)) {
            int what = in.u8();
            int[] table = new int[64];
            for (int k = 0; k < 64; k++) {
                table[NATURAL[k]] = what >> 4 == 0 ? in.u8() : in.u16();
            }
            quantization[what & 3] = table;
        }
    }

    void readHuffman(Segments in) throws IOException {
        while (in.has(1)) {
            int what = in.u8();
            int[] counts = new int[17];
            int total = 0;
            for (int length = 1; length <= 16; length++) {
                counts[length] = in.u8();
                total += counts[length];
            }
            if (total > 256 || what >> 4 > 1) {
                throw new IOException("a Huffman table of another kind");
            }
            byte[] symbols = new byte[total];
            for (int i = 0; i < total; i++) {
                symbols[i] = (byte) in.u8();
            }
            huffman[what >> 4][what & 3] = new HuffmanTable(counts, symbols);
        }
    }

    void readRestartInterval(Segments in) throws IOException {
        restartInterval = in.u16();
    }

    int restartInterval() {
        return restartInterval;
    }

    int[] quantization(int number) throws IOException {
        if (quantization[number & 3].length == 0) {
            throw new IOException("a quantization table is missing");
        }
        return quantization[number & 3];
    }

    /** @param kind 0 for means, 1 for the other coefficients */
    HuffmanTable huffman(int kind, int number) throws IOException {
        return Optional.ofNullable(huffman[kind][number & 3])
                .orElseThrow(() -> new IOException("a Huffman table is missing"));
    }
}
