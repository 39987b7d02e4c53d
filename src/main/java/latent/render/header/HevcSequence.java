package latent.render.header;

import latent.render.header.ItemProperties.Sides;

/** The beginning of a sequence parameter set, by which a decoder of HEVC makes room (ITU-T H.265, 7.3.2.2). */
final class HevcSequence {
    /** Kinds of NAL units. */
    static final int SEQUENCE_PARAMETERS = 33;

    private static final int NAL_HEADER_BYTES = 2;
    private static final int PROFILE_BITS = 88;
    private static final int LEVEL_BITS = 8;
    private static final int MOST_LEADING_ZEROS = 31;
    private static final int FULL_CHROMA = 3;

    private final Cursor bytes;
    private int zeros;
    private int current;
    private int left;

    private HevcSequence(Cursor bytes) {
        this.bytes = bytes;
    }

    /** The kind of a NAL unit; the cursor does not move. */
    static int kind(Cursor nal) {
        return nal.head(1).u8() >> 1 & 0x3f;
    }

    /** Width and height that are coded, before a decoder cuts, from a NAL unit of this kind. */
    static Sides coded(Cursor nal) {
        nal.skip(NAL_HEADER_BYTES);
        HevcSequence bits = new HevcSequence(nal);
        bits.skip(4);
        int subLayers = bits.number(3);
        bits.skip(1);
        bits.profiles(subLayers);
        bits.unsigned();
        if (bits.unsigned() == FULL_CHROMA) {
            bits.skip(1);
        }
        return new Sides(bits.unsigned(), bits.unsigned());
    }

    private void profiles(int subLayers) {
        skip(PROFILE_BITS + LEVEL_BITS);
        int present = number(2 * (subLayers > 0 ? 8 : 0));
        for (int layer = 0; layer < subLayers; layer++) {
            int flags = present >> 2 * (7 - layer);
            skip(((flags & 2) != 0 ? PROFILE_BITS : 0) + ((flags & 1) != 0 ? LEVEL_BITS : 0));
        }
    }

    /** An Exp-Golomb code (9.2). */
    private long unsigned() {
        int leading = 0;
        while (bit() == 0) {
            leading++;
            if (leading > MOST_LEADING_ZEROS) {
                throw Broken.header("its size is no number");
            }
        }
        return (1L << leading) - 1 + number(leading);
    }

    private void skip(int count) {
        for (int i = 0; i < count; i++) {
            bit();
        }
    }

    private int number(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 1 | bit();
        }
        return number;
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
