package latent.render.jpeg;

import java.io.IOException;
import java.util.List;

/**
 * One pass over the blocks of one or more components (ITU-T T.81, annexes F and G).
 *
 * @param parts the components with their tables
 * @param first of the band of coefficients, in zigzag order
 * @param last  of the band
 * @param high  the bit that the scan before sent; 0 for a first scan
 * @param low   the bit that this one sends
 */
record Scan(List<Part> parts, int first, int last, int high, int low) {
    /** A component in a scan. */
    record Part(Component component, HuffmanTable dc, HuffmanTable ac) {}

    boolean fits(boolean progressive) {
        if (!progressive) {
            return first == 0 && last == 63 && high == 0 && low == 0;
        }
        boolean band = first == 0 ? last == 0 : first <= last && last < 64 && parts.size() == 1;
        return band && low <= 13 && (high == 0 || high == low + 1);
    }

    /**
     * Reads the blocks in their order, restart markers between them.
     *
     * @param interval units between restart markers; 0 for none
     * @return where the marker behind the scan stands
     */
    int read(BlockReader blocks, BitReader bits, Component.Grid grid, int interval, int start, byte[] file)
            throws IOException {
        boolean alone = parts.size() == 1;
        Component only = parts.getFirst().component();
        int wide = alone ? only.blocksWide : grid.unitsWide();
        int high = alone ? only.blocksHigh : grid.unitsHigh();
        int untilRestart = interval;
        blocks.restart(parts);
        bits.start(start);
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                if (interval > 0 && untilRestart-- == 0) {
                    restart(bits, file);
                    blocks.restart(parts);
                    untilRestart = interval - 1;
                }
                if (alone) {
                    blocks.read(parts.getFirst(), y * only.stride + x);
                } else {
                    unit(blocks, x, y);
                }
            }
            if (bits.exhausted()) {
                throw new IOException("the file ends before the picture");
            }
        }
        return bits.marker();
    }

    private void unit(BlockReader blocks, int unitX, int unitY) throws IOException {
        for (Part part : parts) {
            Component c = part.component();
            for (int y = unitY * c.down; y < (unitY + 1) * c.down; y++) {
                for (int x = unitX * c.across; x < (unitX + 1) * c.across; x++) {
                    blocks.read(part, y * c.stride + x);
                }
            }
        }
    }

    private static void restart(BitReader bits, byte[] file) throws IOException {
        int marker = bits.marker();
        if (bits.exhausted() || marker + 1 >= file.length || (file[marker + 1] & 0xf8) != 0xd0) {
            throw new IOException("a restart marker is missing");
        }
        bits.start(marker + 2);
    }
}
