package latent.render.header;

import java.util.Optional;

/** The sequence header of AV1 (AV1 Bitstream and Decoding Process Specification, 5.5), read as far as its colours. */
final class Av1Sequence {
    private static final int SEQUENCE_HEADER = 1;
    private static final int LEB128_BYTES = 8;
    private static final int FIRST_LEVEL_WITH_TIER = 8;
    private static final int FULL_CHROMA = 1;
    private static final int PROFESSIONAL = 2;

    private final BitCursor bits;

    private Av1Sequence(BitCursor bits) {
        this.bits = bits;
    }

    /**
     * What the first sequence header among some OBUs says (5.3 to 5.5).
     *
     * @return empty where there is none, or it says nothing of colours
     */
    static Optional<CodePoints> codePoints(Cursor obus) {
        while (obus.remaining() > 0) {
            int header = obus.u8();
            boolean extended = (header & 4) != 0;
            boolean sized = (header & 2) != 0;
            obus.skip(extended ? 1 : 0);
            Cursor content = obus.head(sized ? size(obus) : obus.remaining());
            if ((header >> 3 & 0xf) == SEQUENCE_HEADER) {
                return new Av1Sequence(new BitCursor(content)).colours();
            }
            obus.skip(content.remaining());
        }
        return Optional.empty();
    }

    /** Seven bits a byte, the lowest first (4.10.5). */
    private static long size(Cursor obus) {
        long size = 0;
        for (int i = 0; i < LEB128_BYTES; i++) {
            int octet = obus.u8();
            size |= (octet & 0x7fL) << (7 * i);
            if (octet < 0x80) {
                break;
            }
        }
        return size;
    }

    private Optional<CodePoints> colours() {
        int profile = bits.number(3);
        bits.skip(1);
        boolean reduced = bits.flag();
        if (reduced) {
            bits.skip(5);
        } else {
            skipOperatingPoints();
        }
        int widthBits = bits.number(4) + 1;
        int heightBits = bits.number(4) + 1;
        bits.skip(widthBits + heightBits);
        if (!reduced && bits.flag()) {
            bits.skip(7); // how frames are numbered
        }
        bits.skip(3);
        if (!reduced) {
            skipTools();
        }
        bits.skip(3);
        boolean deep = bits.flag();
        bits.skip(profile == PROFESSIONAL && deep ? 1 : 0);
        bits.skip(profile == FULL_CHROMA ? 0 : 1);
        return bits.flag() ? Optional.of(CodePoints.next(bits)) : Optional.empty();
    }

    private void skipOperatingPoints() {
        boolean timed = bits.flag();
        if (timed) {
            bits.skip(64);
            if (bits.flag()) {
                bits.unsigned();
            }
        }
        int delayBits = 0;
        if (timed && bits.flag()) {
            delayBits = bits.number(5) + 1;
            bits.skip(42);
        }
        boolean delayed = bits.flag();
        for (int points = bits.number(5); points >= 0; points--) {
            bits.skip(12);
            bits.skip(bits.number(5) < FIRST_LEVEL_WITH_TIER ? 0 : 1);
            if (delayBits > 0 && bits.flag()) {
                bits.skip(2 * delayBits + 1);
            }
            if (delayed && bits.flag()) {
                bits.skip(4);
            }
        }
    }

    private void skipTools() {
        bits.skip(4);
        boolean ordered = bits.flag();
        bits.skip(ordered ? 2 : 0);
        boolean screenContent = bits.flagOrNext();
        if (screenContent && !bits.flag()) {
            bits.skip(1);
        }
        bits.skip(ordered ? 3 : 0);
    }
}
