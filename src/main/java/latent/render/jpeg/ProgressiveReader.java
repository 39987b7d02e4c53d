package latent.render.jpeg;

import java.io.IOException;
import java.util.List;

/** Blocks of one scan of a progressive file: some coefficients, or one more bit of them (ITU-T T.81, G.1 and G.2). */
final class ProgressiveReader implements BlockReader {
    private final BitReader bits;
    private final int[] places;
    private final int kept;
    private final Scan scan;
    private int emptyBlocks;

    ProgressiveReader(BitReader bits, int[] places, int kept, Scan scan) {
        this.bits = bits;
        this.places = places;
        this.kept = kept;
        this.scan = scan;
    }

    @Override
    public void restart(List<Scan.Part> parts) {
        BlockReader.super.restart(parts);
        emptyBlocks = 0;
    }

    @Override
    public void read(Scan.Part part, int block) throws IOException {
        if (scan.first() == 0) {
            mean(part, block);
        } else if (scan.high() == 0) {
            band(part, block);
        } else {
            refine(part, block);
        }
    }

    private void mean(Scan.Part part, int block) throws IOException {
        Component component = part.component();
        int at = block * kept * kept;
        bits.fill();
        if (scan.high() > 0) {
            component.coefficients[at] |= (short) (bits.take(1) << scan.low());
            return;
        }
        int size = part.dc().decode(bits);
        if (size > 15) {
            throw new IOException("a difference of " + size + " bits");
        }
        if (size > 0) {
            component.predicted += bits.takeSigned(size);
        }
        component.coefficients[at] = (short) (component.predicted << scan.low());
    }

    private void band(Scan.Part part, int block) throws IOException {
        if (emptyBlocks > 0) {
            emptyBlocks--;
            return;
        }
        for (int k = scan.first(); k <= scan.last(); k++) {
            bits.fill();
            int symbol = part.ac().decode(bits);
            int run = symbol >> 4;
            int length = symbol & 15;
            if (length == 0) {
                if (run < 15) {
                    emptyBlocks = (1 << run) - 1 + bits.take(run);
                    return;
                }
                k += 15;
                continue;
            }
            k += run;
            if (k > scan.last()) {
                throw new IOException("a coefficient behind the last");
            }
            put(part.component(), block, k, bits.takeSigned(length) << scan.low());
        }
    }

    private void refine(Scan.Part part, int block) throws IOException {
        int k = scan.first();
        while (emptyBlocks == 0 && k <= scan.last()) {
            bits.fill();
            int symbol = part.ac().decode(bits);
            int run = symbol >> 4;
            int value = 0;
            if ((symbol & 15) != 0) {
                value = bits.take(1) == 1 ? 1 << scan.low() : -1 << scan.low();
            } else if (run < 15) {
                emptyBlocks = (1 << run) + bits.take(run);
                break;
            }
            k = correct(part.component(), block, k, run);
            if (value != 0 && k <= scan.last()) {
                put(part.component(), block, k, value);
            }
            k++;
        }
        if (emptyBlocks > 0) {
            correct(part.component(), block, k, 64);
            emptyBlocks--;
        }
    }

    /** Refines what is not zero and passes over {@code zeros} that are; returns where the next zero stands. */
    private int correct(Component component, int block, int from, int zeros) {
        long set = component.nonZero[block];
        for (int k = from; k <= scan.last(); k++) {
            if ((set >>> k & 1) == 0) {
                if (zeros-- == 0) {
                    return k;
                }
            } else if (bits.takeBit() && places[k] >= 0) {
                int at = block * kept * kept + places[k];
                int step = 1 << scan.low();
                int value = component.coefficients[at];
                component.coefficients[at] = (short) (value < 0 ? value - step : value + step);
            }
        }
        return scan.last() + 1;
    }

    private void put(Component component, int block, int k, int value) {
        component.nonZero[block] |= 1L << k;
        if (places[k] >= 0) {
            component.coefficients[block * kept * kept + places[k]] = (short) value;
        }
    }
}
