package latent.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of a picture that is not there: a frame with a sun and hills, in grays that are seen on light and on dark pages. */
public final class PlaceholderDrawing {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 160;
    private static final Color GROUND = new Color(0xe6e6e6);
    private static final Color SHAPES = new Color(0x9a9a9a);

    private PlaceholderDrawing() {}

    /** The drawing as a PNG of 240×160 pixels, without transparency. */
    public static byte[] png() {
        BufferedImage drawing = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = drawing.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setPaint(GROUND);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.setPaint(SHAPES);
        canvas.setStroke(new BasicStroke(6));
        canvas.draw(new RoundRectangle2D.Double(70, 40, 100, 80, 12, 12));
        canvas.fill(new Ellipse2D.Double(86, 54, 18, 18));
        canvas.fill(hills());
        canvas.dispose();
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(drawing, "png", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path2D hills() {
        Path2D hills = new Path2D.Double();
        hills.moveTo(80, 110);
        hills.lineTo(104, 82);
        hills.lineTo(116, 95);
        hills.lineTo(137, 68);
        hills.lineTo(160, 98);
        hills.lineTo(160, 110);
        hills.closePath();
        return hills;
    }
}
