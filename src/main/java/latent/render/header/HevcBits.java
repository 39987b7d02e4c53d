package latent.render.header;

/** The bits of a NAL unit of HEVC (ITU-T H.265, 7.2), without the bytes that keep a start code from appearing (7.4.2). */
final class HevcBits extends BitCursor {
    private int zeros;

    HevcBits(Cursor bytes) {
        super(bytes);
    }

    @Override
    int octet(Cursor from) {
        int value = from.u8();
        if (zeros == 2 && value == 3) {
            value = from.u8();
            zeros = 0;
        }
        zeros = value == 0 ? zeros + 1 : 0;
        return value;
    }
}
