package latent.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Random;

/** Pictures drawn in code, so that what a rendition must look like is known without another decoder. */
public final class Pictures {
    private Pictures() {}

    /** Red, green, blue and white quarters, clockwise from the upper left but blue at the lower left: no two of the eight turns look alike. */
    public static BufferedImage quarters(int width, int height) {
        return draw(width, height, BufferedImage.TYPE_INT_RGB, (brush, w, h) -> {
            fill(brush, Color.RED, 0, 0, w / 2, h / 2);
            fill(brush, Color.GREEN, w / 2, 0, w - w / 2, h / 2);
            fill(brush, Color.BLUE, 0, h / 2, w / 2, h - h / 2);
            fill(brush, Color.WHITE, w / 2, h / 2, w - w / 2, h - h / 2);
        });
    }

    public static BufferedImage plain(int width, int height, Color colour) {
        int type = colour.getAlpha() == 255 ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        return draw(width, height, type, (brush, w, h) -> fill(brush, colour, 0, 0, w, h));
    }

    /** The left half red and opaque, the right half transparent and, underneath, green: what must never shine through. */
    public static BufferedImage halfTransparent(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, x < width / 2 ? 0xffff0000 : 0x0000ff00);
            }
        }
        return picture;
    }

    /** Clouds of colour with some texture, as photographs have. */
    public static BufferedImage clouds(int width, int height) {
        Random random = new Random(7);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grain = random.nextInt(12);
                int red = (int) (120 + 100 * Math.sin(x / 37.0 + y / 91.0)) + grain;
                int green = (int) (120 + 100 * Math.sin(y / 29.0)) + grain;
                int blue = (int) (120 + 100 * Math.cos(x / 53.0 - y / 41.0)) + grain;
                picture.setRGB(x, y, red << 16 | green << 8 | blue);
            }
        }
        return picture;
    }

    /** A small disc on an even ground, centred at the given point. */
    public static BufferedImage disc(int width, int height, int x, int y, int radius, Color disc, Color ground) {
        return draw(width, height, BufferedImage.TYPE_INT_RGB, (brush, w, h) -> {
            fill(brush, ground, 0, 0, w, h);
            brush.setColor(disc);
            brush.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        });
    }

    /** 16 bits a channel; each value of the 8-bit colour is repeated in the low byte. */
    public static BufferedImage sixteenBit(int width, int height, int... channels) {
        boolean alpha = channels.length % 2 == 0;
        ColorSpace space = ColorSpace.getInstance(channels.length < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ComponentColorModel model = new ComponentColorModel(
                space, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        short[] data = ((DataBufferUShort) raster.getDataBuffer()).getData();
        for (int i = 0; i < data.length; i++) {
            data[i] = (short) (channels[i % channels.length] * 257);
        }
        return new BufferedImage(model, raster, false, null);
    }

    /** Four channels without any meaning, for CMYK files. */
    public static Raster fourChannels(int width, int height, int... values) {
        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, values.length, new Point());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, values);
            }
        }
        return raster;
    }

    private interface Drawing {
        void draw(Graphics2D brush, int width, int height);
    }

    private static BufferedImage draw(int width, int height, int type, Drawing drawing) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D brush = picture.createGraphics();
        drawing.draw(brush, width, height);
        brush.dispose();
        return picture;
    }

    private static void fill(Graphics2D brush, Color colour, int x, int y, int width, int height) {
        brush.setColor(colour);
        brush.fillRect(x, y, width, height);
    }
}
