package latent.local;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** A few originals to try the program with, drawn on the spot. */
public final class SamplePictures {
    private static final int WIDTH = 2400;
    private static final int HEIGHT = 1600;

    private SamplePictures() {}

    /** Files by original key. */
    public static Map<String, byte[]> draw() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("widgets/dawn.jpg", file("jpg", BufferedImage.TYPE_INT_RGB, g -> hills(g, 0xffb26b, 0x5b7db1)));
        files.put("widgets/dusk.jpg", file("jpg", BufferedImage.TYPE_INT_RGB, g -> hills(g, 0x2b1b4d, 0xd1495b)));
        files.put("widgets/rings.png", file("png", BufferedImage.TYPE_INT_ARGB, SamplePictures::rings));
        return files;
    }

    private static void hills(Graphics2D canvas, int above, int below) {
        canvas.setPaint(new GradientPaint(0, 0, new Color(above), 0, HEIGHT, new Color(below)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setPaint(new Color(255, 244, 214));
        canvas.fill(new Ellipse2D.Double(WIDTH * 0.62, HEIGHT * 0.24, 260, 260));
        for (int ridge = 0; ridge < 5; ridge++) {
            canvas.setPaint(new Color(20 + 18 * ridge, 40 + 14 * ridge, 60 + 8 * ridge, 150));
            canvas.fill(ridge(ridge));
        }
    }

    private static Path2D ridge(int number) {
        Path2D ridge = new Path2D.Double();
        ridge.moveTo(0, HEIGHT);
        for (int x = 0; x <= WIDTH; x += 8) {
            double wave = Math.sin(x / (180.0 + 90 * number) + number * 1.7) + 0.5 * Math.sin(x / 97.0 + number);
            ridge.lineTo(x, HEIGHT * (0.55 + 0.08 * number) - 90 * wave);
        }
        ridge.lineTo(WIDTH, HEIGHT);
        ridge.closePath();
        return ridge;
    }

    private static void rings(Graphics2D canvas) {
        canvas.setStroke(new BasicStroke(36));
        for (int ring = 0; ring < 18; ring++) {
            canvas.setPaint(Color.getHSBColor(ring / 18f, 0.65f, 0.95f));
            double radius = 60 + 40.0 * ring;
            canvas.draw(new Ellipse2D.Double(WIDTH / 2.0 - radius, HEIGHT / 2.0 - radius, 2 * radius, 2 * radius));
        }
    }

    private static byte[] file(String format, int type, Consumer<Graphics2D> painter) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        painter.accept(canvas);
        canvas.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
