package latent.render.imgscalr;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import latent.key.Background;
import latent.key.Rgb;
import latent.key.Transformation;
import latent.render.Layout;

/** Lays the scaled picture on what is behind it. */
final class Canvas {
    private Canvas() {}

    static BufferedImage paint(BufferedImage scaled, Layout layout, Transformation transformation) {
        Optional<Rgb> background = background(transformation);
        boolean seesThrough = scaled.getColorModel().hasAlpha();
        if (layout.fills() && (!seesThrough || background.isEmpty())) {
            return scaled;
        }
        BufferedImage canvas = new BufferedImage(
                layout.canvas().width(),
                layout.canvas().height(),
                background.isPresent() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = canvas.createGraphics();
        try {
            background.ifPresent(rgb -> {
                brush.setColor(new Color(rgb.red(), rgb.green(), rgb.blue()));
                brush.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
            });
            brush.setComposite(AlphaComposite.SrcOver);
            brush.drawImage(scaled, layout.left(), layout.top(), null);
        } finally {
            brush.dispose();
        }
        return canvas;
    }

    private static Optional<Rgb> background(Transformation transformation) {
        Optional<Rgb> asked = transformation.find(Background.class).map(Background::colour);
        boolean opaque = !transformation.format().hasAlpha();
        return asked.isEmpty() && opaque ? Optional.of(Rgb.WHITE) : asked;
    }
}
