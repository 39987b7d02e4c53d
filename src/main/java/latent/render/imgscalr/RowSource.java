package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import latent.render.imgscalr.Pixels.Channels;

/** Rows of 8-bit samples out of whatever ImageIO has decoded to: Java2D's own conversions would take gray for linear light. */
final class RowSource {
    private final BufferedImage picture;
    private final Channels channels;
    private final boolean components;
    private final int[] row;

    private RowSource(BufferedImage picture, Channels channels, boolean components) {
        this.picture = picture;
        this.channels = channels;
        this.components = components;
        this.row = new int[picture.getWidth() * channels.count()];
    }

    static RowSource of(BufferedImage picture) {
        int type = picture.getSampleModel().getDataType();
        boolean components = picture.getColorModel() instanceof ComponentColorModel
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT);
        boolean alpha = picture.getColorModel().hasAlpha();
        if (!components) {
            return new RowSource(picture, alpha ? Channels.RGBA : Channels.RGB, false);
        }
        Channels channels = switch (picture.getColorModel().getNumComponents()) {
            case 1 -> Channels.GRAY;
            case 2 -> Channels.GRAY_ALPHA;
            case 3 -> Channels.RGB;
            default -> alpha ? Channels.RGBA : Channels.CMYK;
        };
        return new RowSource(picture, channels, true);
    }

    Channels channels() {
        return channels;
    }

    /** Fills {@code to} with one row, from its first column on. */
    void read(int y, byte[] to) {
        Raster raster = picture.getRaster();
        if (!components) {
            picture.getRGB(0, y, picture.getWidth(), 1, row, 0, picture.getWidth());
            for (int x = 0, at = 0; x < picture.getWidth(); x++) {
                to[at++] = (byte) (row[x] >> 16);
                to[at++] = (byte) (row[x] >> 8);
                to[at++] = (byte) row[x];
                if (channels.alpha()) {
                    to[at++] = (byte) (row[x] >> 24);
                }
            }
            return;
        }
        raster.getPixels(0, y, picture.getWidth(), 1, row);
        boolean wide = raster.getSampleModel().getDataType() == DataBuffer.TYPE_USHORT;
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) (wide ? (row[i] * 255 + 32_767) / 65_535 : row[i]);
        }
    }
}
