import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A small picture on white: three bytes a pixel, row by row. */
record DecodedPicture(int width, int height, byte[] rgb) {
    /** A rendition that one of our engines wrote, as PNG. */
    static DecodedPicture of(Path png) throws IOException {
        BufferedImage read = asItIs(ImageIO.read(png.toFile()));
        BufferedImage onWhite = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = onWhite.createGraphics();
        graphics.drawImage(read, 0, 0, Color.WHITE, null);
        graphics.dispose();
        byte[] rgb = new byte[3 * read.getWidth() * read.getHeight()];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = onWhite.getRGB(i % read.getWidth(), i / read.getWidth());
            rgb[3 * i] = (byte) (pixel >> 16);
            rgb[3 * i + 1] = (byte) (pixel >> 8);
            rgb[3 * i + 2] = (byte) pixel;
        }
        return new DecodedPicture(read.getWidth(), read.getHeight(), rgb);
    }

    /** Java takes the numbers of gray with alpha for linear light and would brighten them. */
    private static BufferedImage asItIs(BufferedImage picture) {
        if (picture.getRaster().getNumBands() != 2) {
            return picture;
        }
        BufferedImage same = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int gray = picture.getRaster().getSample(x, y, 0);
                same.setRGB(x, y, picture.getRaster().getSample(x, y, 1) << 24 | gray * 0x010101);
            }
        }
        return same;
    }

    /** The answer of decode.js: width, height, pixels in base 64. */
    static DecodedPicture of(String line) {
        String[] words = line.split(" ");
        return new DecodedPicture(
                Integer.parseInt(words[0]), Integer.parseInt(words[1]), Base64.getDecoder().decode(words[2]));
    }

    /** True where width and height differ by a rounding at most. */
    boolean hasSizeOf(DecodedPicture other) {
        return Math.abs(width - other.width) <= 1 && Math.abs(height - other.height) <= 1;
    }

    /** The mean difference of a channel in levels, 0 to 255, over what both pictures cover. */
    double meanDifference(DecodedPicture other) {
        long sum = 0;
        int columns = Math.min(width, other.width);
        int rows = Math.min(height, other.height);
        for (int y = 0; y < rows; y++) {
            for (int i = 0; i < 3 * columns; i++) {
                sum += Math.abs((rgb[3 * width * y + i] & 0xff) - (other.rgb[3 * other.width * y + i] & 0xff));
            }
        }
        return sum / (3.0 * columns * rows);
    }
}
