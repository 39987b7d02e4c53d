package latent.render.header;

/** The bits of a NAL unit of HEVC (ITU-T H.265, 7.2 and 9.2), from the highest of each byte on. */
final class HevcBits {
    private static final int MOST_LEADING_ZEROS = 31;

    private final Cursor bytes;
    private int zeros;
    private int current;
    private int left;

    HevcBits(Cursor bytes) {
        this.bytes = bytes;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            bit();
        }
    }

    /** The next bits, 31 at most, as a number. */
    int number(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 1 | bit();
        }
        return number;
    }

    /** An Exp-Golomb code. */
    long unsigned() {
        int leading = 0;
        while (bit() == 0) {
            leading++;
            if (leading > MOST_LEADING_ZEROS) {
                throw Broken.header("its size is no number");
            }
        }
        return (1L << leading) - 1 + number(leading);
    }

    private int bit() {
        if (left == 0) {
            current = next();
            left = 8;
        }
        left--;
        return current >> left & 1;
    }

    /** A byte, without those that keep a start code from appearing (7.4.2). */
    private int next() {
        int value = bytes.u8();
        if (zeros == 2 && value == 3) {
            value = bytes.u8();
            zeros = 0;
        }
        zeros = value == 0 ? zeros + 1 : 0;
        return value;
    }
}
