import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;

/** Draws a watermark, partly transparent, into the file that is named. */
public class Watermark {
    public static void main(String[] args) throws Exception {
        BufferedImage picture = new BufferedImage(400, 160, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(new Color(255, 200, 0, 180));
        brush.fillOval(10, 10, 380, 140);
        brush.setColor(new Color(0, 0, 80));
        brush.fillRect(120, 60, 160, 40);
        ImageIO.write(picture, "png", new File(args[0]));
    }
}
