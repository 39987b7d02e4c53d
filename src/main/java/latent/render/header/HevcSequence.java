package latent.render.header;

/**
 * The sizes in a sequence parameter set, by which a decoder of HEVC makes room (ITU-T H.265, 7.3.2.2).
 *
 * @param coded in blocks
 * @param shown what is left when the conformance window is cut out
 * @param deep  of more than eight bits a channel
 * @param subLayers how many there are beside the lowest
 */
record HevcSequence(Sides coded, Sides shown, boolean deep, int subLayers) {
    /** Among the kinds of NAL units. */
    private static final int SEQUENCE_PARAMETERS = 33;

    private static final int NAL_HEADER_BYTES = 2;
    private static final int PROFILE_BITS = 88;
    private static final int LEVEL_BITS = 8;
    private static final int FULL_CHROMA = 3;
    private static final int HALF_WIDTH = 2;

    /** Whether a NAL unit is one; the cursor does not move. */
    static boolean is(Cursor nal) {
        return nal.remaining() > 0 && (nal.head(1).u8() >> 1 & 0x3f) == SEQUENCE_PARAMETERS;
    }

    /** From a NAL unit of this kind. */
    static HevcSequence of(Cursor nal) {
        return of(bits(nal));
    }

    /** The bits in a NAL unit. */
    static HevcBits bits(Cursor nal) {
        nal.skip(NAL_HEADER_BYTES);
        return new HevcBits(nal);
    }

    /** From the bits in such a unit, which are left behind the depths. */
    static HevcSequence of(HevcBits bits) {
        bits.skip(4);
        int subLayers = bits.number(3);
        bits.skip(1);
        skipProfiles(bits, subLayers);
        bits.unsigned();
        long chroma = bits.unsigned();
        bits.skip(chroma == FULL_CHROMA ? 1 : 0);
        Sides coded = new Sides(bits.unsigned(), bits.unsigned());
        Sides shown = bits.number(1) == 0 ? coded : cut(bits, coded, chroma);
        long lumaBeyondEight = bits.unsigned();
        long chromaBeyondEight = bits.unsigned();
        return new HevcSequence(coded, shown, Math.max(lumaBeyondEight, chromaBeyondEight) > 0, subLayers);
    }

    private static Sides cut(HevcBits bits, Sides coded, long chroma) {
        int across = chroma == 1 || chroma == HALF_WIDTH ? 2 : 1;
        int down = chroma == 1 ? 2 : 1;
        long width = coded.width() - across * (bits.unsigned() + bits.unsigned());
        long height = coded.height() - down * (bits.unsigned() + bits.unsigned());
        return new Sides(width, height);
    }

    private static void skipProfiles(HevcBits bits, int subLayers) {
        bits.skip(PROFILE_BITS + LEVEL_BITS);
        int present = bits.number(subLayers > 0 ? 16 : 0);
        for (int layer = 0; layer < subLayers; layer++) {
            int flags = present >> (2 * (7 - layer));
            bits.skip(((flags & 2) != 0 ? PROFILE_BITS : 0) + ((flags & 1) != 0 ? LEVEL_BITS : 0));
        }
    }
}
