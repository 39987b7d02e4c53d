package latent.render.header;

/** The bits of a part of a file, from the highest of each byte on. */
class BitCursor {
    private static final int MOST_LEADING_ZEROS = 31;

    private final Cursor bytes;
    private int current;
    private int left;

    BitCursor(Cursor bytes) {
        this.bytes = bytes;
    }

    final void skip(int count) {
        for (int i = 0; i < count; i++) {
            bit();
        }
    }

    final boolean flag() {
        return bit() == 1;
    }

    /** Whether a flag is set, and so is the one behind it, which is there in that case only. */
    final boolean flagAndNext() {
        boolean first = flag();
        return first && flag();
    }

    /** Whether a flag is set, or else the one behind it, which is there in that case only. */
    final boolean flagOrNext() {
        boolean first = flag();
        return first || flag();
    }

    /** The next bits, 31 at most, as a number. */
    final int number(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 1 | bit();
        }
        return number;
    }

    /** An Exp-Golomb code (ITU-T H.265, 9.2), which AV1 has too. */
    final long unsigned() {
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
            current = octet(bytes);
            left = 8;
        }
        left--;
        return current >> left & 1;
    }

    /** The next byte. */
    int octet(Cursor from) {
        return from.u8();
    }
}
