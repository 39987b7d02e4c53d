package latent.render.vips;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import latent.image.ImageHeader;
import latent.key.Transformation;
import latent.render.RenderJob;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;

/** Pictures drawn in code, and a look at what came of them. */
final class Drawn {
    private Drawn() {}

    /** Red left above, green right above, blue left below, yellow right below: no turn of it looks like another. */
    static BufferedImage quarters(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        for (int i = 0; i < colours.length; i++) {
            brush.setColor(colours[i]);
            brush.fillRect(i % 2 * (width / 2), i / 2 * (height / 2), width / 2, height / 2);
        }
        brush.dispose();
        return picture;
    }

    /** Something with edges and detail at every scale, as a photograph has. */
    static BufferedImage busy(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            brush.setColor(new Color(random.nextInt(1 << 24)));
            int size = 3 + random.nextInt(width / 8);
            brush.fillOval(random.nextInt(width) - size / 2, random.nextInt(height) - size / 2, size, size);
        }
        brush.dispose();
        return picture;
    }

    static byte[] file(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImageHeader header(byte[] file) {
        return new HeaderGate(Limits.DEFAULT).admit(file, file.length).orElseThrow();
    }

    static RenderJob job(byte[] original, Transformation transformation) {
        return RenderJob.of(original, header(original), transformation);
    }

    /** The colour of one pixel. */
    static Color colour(BufferedImage picture, int x, int y) {
        return new Color(picture.getRGB(x, y));
    }

    /** Whether a colour is near this one: no channel is 24 levels away. */
    static Predicate<Color> like(Color wanted) {
        return seen -> Math.abs(seen.getRed() - wanted.getRed()) < 24
                && Math.abs(seen.getGreen() - wanted.getGreen()) < 24
                && Math.abs(seen.getBlue() - wanted.getBlue()) < 24;
    }
}
