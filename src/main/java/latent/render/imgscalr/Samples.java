package latent.render.imgscalr;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import latent.image.PixelSize;

/**
 * From whatever ImageIO has decoded to, except ink, to RGB or RGBA of eight bits. The numbers stay as the file has them: Java2D's own conversions
 * would take gray for linear light.
 */
final class Samples {
    private Samples() {}

    /** A picture that Java2D draws without a change of its numbers. */
    static BufferedImage rgb(BufferedImage decoded) {
        return decoded.getType() == BufferedImage.TYPE_3BYTE_BGR ? decoded : packed(decoded);
    }

    /** A picture of one of Java's int types, whose array {@link #data} gives. */
    static BufferedImage packed(BufferedImage decoded) {
        boolean isInt =
                decoded.getType() == BufferedImage.TYPE_INT_RGB || decoded.getType() == BufferedImage.TYPE_INT_ARGB;
        if (isInt && decoded.getRaster().getParent() == null) {
            return decoded;
        }
        boolean alpha = decoded.getColorModel().hasAlpha();
        BufferedImage packed = new BufferedImage(
                decoded.getWidth(),
                decoded.getHeight(),
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        int[] pixels = data(packed);
        int width = decoded.getWidth();
        int type = decoded.getSampleModel().getDataType();
        if (!(decoded.getColorModel() instanceof ComponentColorModel)
                || (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT)) {
            decoded.getRGB(0, 0, width, decoded.getHeight(), pixels, 0, width);
            return packed;
        }
        int count = decoded.getRaster().getNumBands();
        int[] row = new int[width * count];
        for (int y = 0; y < decoded.getHeight(); y++) {
            decoded.getRaster().getPixels(0, y, width, 1, row);
            if (type == DataBuffer.TYPE_USHORT) {
                toEightBits(row);
            }
            pack(row, count, alpha, pixels, y * width);
        }
        return packed;
    }

    /** The numbers of a picture of one of Java's int types. */
    static int[] data(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    /** A frame at its place on a transparent canvas; the frame itself where it is as large as that. */
    static BufferedImage onCanvas(BufferedImage frame, int left, int top, PixelSize size) {
        if (frame.getWidth() == size.width() && frame.getHeight() == size.height()) {
            return frame;
        }
        BufferedImage canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        draw(frame, canvas, left, top);
        return canvas;
    }

    static void draw(BufferedImage picture, BufferedImage canvas, int left, int top) {
        Graphics2D brush = canvas.createGraphics();
        brush.drawImage(picture, left, top, null);
        brush.dispose();
    }

    private static void toEightBits(int[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (samples[i] * 255 + 32_767) / 65_535;
        }
    }

    private static void pack(int[] row, int count, boolean alpha, int[] pixels, int to) {
        int green = count > 2 ? 1 : 0;
        int blue = count > 2 ? 2 : 0;
        for (int at = 0, out = to; at < row.length; at += count, out++) {
            int opacity = alpha ? row[at + count - 1] << 24 : 0;
            pixels[out] = opacity | row[at] << 16 | row[at + green] << 8 | row[at + blue];
        }
    }
}
