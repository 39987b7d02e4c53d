package latent.render.jpeg;

import java.io.IOException;

/** Blocks of a sequential file, whole at once (ITU-T T.81, F.2). */
final class SequentialReader implements BlockReader {
    private final BitReader bits;
    private final int[] places;
    private final int kept;

    /** @param places for each coefficient in zigzag order its place in the store of a block, negative when it is not kept */
    SequentialReader(BitReader bits, int[] places, int kept) {
        this.bits = bits;
        this.places = places;
        this.kept = kept;
    }

    @Override
    public void read(Scan.Part part, int block) throws IOException {
        Component component = part.component();
        short[] store = component.coefficients;
        int base = block * kept * kept;
        bits.fill();
        int size = part.dc().decode(bits);
        if (size > 15) {
            throw new IOException("a difference of " + size + " bits");
        }
        if (size > 0) {
            component.predicted += bits.takeSigned(size);
        }
        store[base] = (short) component.predicted;
        HuffmanTable ac = part.ac();
        for (int k = 1; k < 64; k++) {
            bits.fill();
            int symbol = ac.decode(bits);
            int length = symbol & 15;
            if (length == 0) {
                if (symbol != 0xf0) {
                    return;
                }
                k += 15;
                continue;
            }
            k += symbol >> 4;
            if (k > 63) {
                throw new IOException("a coefficient behind the last");
            }
            int value = bits.takeSigned(length);
            if (places[k] >= 0) {
                store[base + places[k]] = (short) value;
            }
        }
    }
}
