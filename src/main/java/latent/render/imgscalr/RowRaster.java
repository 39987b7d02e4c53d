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
    private final BoxShrink rows;

    RowRaster(int width, int height, int channels, BoxShrink rows) {
        super(model(width, height, channels), new DataBufferByte(1), new Point());
        this.rows = rows;
    }

    @Override
    public void setRect(int x, int y, Raster row) {
        rows.row(y, ((DataBufferByte) row.getDataBuffer()).getData());
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
