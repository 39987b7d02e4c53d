package latent.render.imgscalr;

import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A raster that holds no pixels and passes each row on. The JDK's JPEG reader hands every decoded row to {@code setRect} of the destination's
 * raster (JPEGImageReader.acceptPixels), so a picture of any size is decoded in the memory of one row.
 */
final class RowRaster extends WritableRaster {
    private final int last;
    private final RowSink rows;
    private int pass;
    private int line = Integer.MAX_VALUE;

    /** @param last the pass whose rows are passed on, counted from 1: the reader hands over the whole picture after each scan of the file */
    RowRaster(int width, int height, int channels, int last, RowSink rows) {
        super(model(width, height, channels), new DataBufferByte(1), new Point());
        this.last = last;
        this.rows = rows;
    }

    @Override
    public void setRect(int x, int y, Raster row) {
        if (y <= line) {
            pass++;
        }
        line = y;
        if (pass == last) {
            rows.row(y, ((DataBufferByte) row.getDataBuffer()).getData());
        }
    }

    /** How often the whole picture came. */
    int passes() {
        return pass;
    }

    private static PixelInterleavedSampleModel model(int width, int height, int channels) {
        int[] offsets = new int[channels];
        for (int i = 0; i < channels; i++) {
            offsets[i] = i;
        }
        return new PixelInterleavedSampleModel(
                DataBuffer.TYPE_BYTE, width, height, channels, width * channels, offsets);
    }
}
