package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.util.Optional;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.Transformation;
import latent.key.Trim;
import latent.render.Geometry;
import latent.render.Layout;

/** Where things go. A trim and a smart crop must see pixels first, and glance at a small decoding of their own. */
final class Look {
    private static final int TRIM_SIDE_PIXELS = 1024;
    private static final int SMART_SIDE_PIXELS = 160;

    private Look() {}

    static Layout layout(Source source, Transformation asked) {
        PixelSize upright = source.header().upright();
        PixelRect shown = Geometry.shown(upright, asked);
        Optional<Trim> trim = asked.find(Trim.class);
        if (trim.isPresent()) {
            BufferedImage glance = source.glance(shown, TRIM_SIDE_PIXELS);
            shown = enlarged(Border.without(glance, trim.get().tolerancePercent()), glance, shown);
        }
        Layout layout = Geometry.layout(upright, shown, asked, asked.gravity());
        boolean smart = asked.gravity() instanceof Gravity.Smart && asked.fit() == Fit.FILL;
        return smart ? Geometry.layout(upright, shown, asked, eyeCatcher(source, shown, layout.source())) : layout;
    }

    private static Gravity eyeCatcher(Source source, PixelRect shown, PixelRect window) {
        BufferedImage glance = source.glance(shown, SMART_SIDE_PIXELS);
        double scale = glance.getWidth() / (double) shown.width();
        PixelSize size = new PixelSize(
                Math.clamp(Math.round(window.width() * scale), 1, glance.getWidth()),
                Math.clamp(Math.round(window.height() * scale), 1, glance.getHeight()));
        PixelRect best = enlarged(Salience.richest(glance, size), glance, shown);
        PixelSize upright = source.header().upright();
        return new Gravity.FocalPoint(
                percent(best.left() + best.width() / 2.0, upright.width()),
                percent(best.top() + best.height() / 2.0, upright.height()));
    }

    /** A part of a glance, in the pixels of the original that it shows; whatever it touches belongs to it. */
    private static PixelRect enlarged(PixelRect part, BufferedImage glance, PixelRect shown) {
        double across = shown.width() / (double) glance.getWidth();
        double down = shown.height() / (double) glance.getHeight();
        int left = (int) (part.left() * across);
        int top = (int) (part.top() * down);
        int right = (int) Math.min(shown.width(), Math.ceil((part.left() + part.width()) * across));
        int bottom = (int) Math.min(shown.height(), Math.ceil((part.top() + part.height()) * down));
        return new PixelRect(left, top, right - left, bottom - top).moved(shown.left(), shown.top());
    }

    private static int percent(double pixels, int of) {
        return Math.clamp(Math.round(100 * pixels / of), 0, 100);
    }
}
