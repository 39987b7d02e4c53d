package latent.render.jpeg;

/**
 * One channel of the picture, as blocks of 8x8 samples, of which only the lowest frequencies are kept.
 *
 * <p>Which of the others are not zero is kept as one bit each: a refining scan reads a bit for each of those (ITU-T T.81, G.1.2.3).
 */
final class Component {
    final int id;
    final int across;
    final int down;
    final int quantization;

    /** Blocks that hold picture; a scan of this component alone has only these. */
    final int blocksWide;

    final int blocksHigh;

    /** Blocks in a row of the store, which is filled up to whole units of all components. */
    final int stride;

    final short[] coefficients;
    final long[] nonZero;
    int predicted;

    Component(int id, int across, int down, int quantization, Grid grid, int kept, boolean progressive) {
        this.id = id;
        this.across = across;
        this.down = down;
        this.quantization = quantization;
        this.blocksWide = ceil(ceil(grid.width() * across, grid.mostAcross()), 8);
        this.blocksHigh = ceil(ceil(grid.height() * down, grid.mostDown()), 8);
        this.stride = grid.unitsWide() * across;
        int blocks = Math.multiplyExact(stride, grid.unitsHigh() * down);
        this.coefficients = new short[Math.multiplyExact(blocks, kept * kept)];
        this.nonZero = new long[progressive ? blocks : 0];
    }

    /**
     * How the picture is divided: units are as many blocks of each component as cover the same pixels.
     *
     * @param mostAcross the finest sampling of any component
     */
    record Grid(int width, int height, int mostAcross, int mostDown) {
        int unitsWide() {
            return ceil(width, 8 * mostAcross);
        }

        int unitsHigh() {
            return ceil(height, 8 * mostDown);
        }
    }

    static int ceil(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
