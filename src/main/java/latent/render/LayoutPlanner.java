package latent.render;

import java.util.Optional;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.Transformation;
import latent.key.Trim;

/**
 * Plans the layout of a rendition. Most layouts follow from the header alone. A trim and a smart crop need pixels, for which the original is decoded
 * once more here, so that the decoding for the rendition itself may shrink on load as always.
 */
final class LayoutPlanner<F, P> {
    /** The shorter side of what a smart crop looks at; libvips itself looks at 32 pixels. */
    private static final int SMART_CROP_PIXELS = 256;

    private final ImageOperations<F, P> engine;
    private final SourceFile<F> original;
    private final ImageHeader header;
    private final Transformation asked;

    LayoutPlanner(ImageOperations<F, P> engine, SourceFile<F> original, Transformation asked) {
        this.engine = engine;
        this.original = original;
        this.header = original.header();
        this.asked = asked;
    }

    Layout layout() {
        PixelSize upright = header.upright();
        PixelRect shown = Geometry.shown(upright, asked);
        Optional<Trim> trim = asked.find(Trim.class);
        if (trim.isPresent()) {
            shown = withoutBorder(shown, trim.get().tolerancePercent());
        }
        Layout layout = Geometry.layout(upright, shown, asked, asked.gravity());
        boolean smart = asked.gravity() instanceof Gravity.Smart && asked.fit() == Fit.FILL;
        return smart ? Geometry.layout(upright, shown, asked, focus(shown, layout.source())) : layout;
    }

    /** At full size: a border is cut where it ends, to the pixel. */
    private PixelRect withoutBorder(PixelRect shown, int tolerancePercent) {
        return engine.contentBounds(view(shown, shown.size()), tolerancePercent).moved(shown.left(), shown.top());
    }

    /** The point that draws the eye, for a window of the shape of {@code window}. */
    private Gravity focus(PixelRect shown, PixelRect window) {
        PixelSize upright = header.upright();
        double shrink = shrinkOfView(upright);
        P view = view(shown, new PixelSize(scaled(shown.width(), 1 / shrink), scaled(shown.height(), 1 / shrink)));
        PixelSize size = engine.size(view);
        double scale = size.width() / (double) shown.width();
        PixelSize seen = new PixelSize(
                Math.min(size.width(), scaled(window.width(), scale)),
                Math.min(size.height(), scaled(window.height(), scale)));
        ImageOperations.Point point = engine.salientPoint(view, seen);
        return new Gravity.FocalPoint(
                percent(shown.left() + point.x() * shown.width() / size.width(), upright.width()),
                percent(shown.top() + point.y() * shown.height() / size.height(), upright.height()));
    }

    private static double shrinkOfView(PixelSize upright) {
        return Math.max(1, Math.min(upright.width(), upright.height()) / (double) SMART_CROP_PIXELS);
    }

    /** How many pixels a smart crop looks at, at most. */
    static long pixelsOfView(PixelSize upright) {
        double shrink = shrinkOfView(upright);
        return (long) (upright.pixels() / (shrink * shrink));
    }

    /** A part of the upright original in sRGB, of about a size or larger. */
    private P view(PixelRect part, PixelSize size) {
        PixelRect stored = header.orientation().unturn(part, header.upright());
        P decoded = engine.decode(original, stored, header.orientation().unturn(size));
        return engine.materialize(engine.turn(engine.toSrgb(decoded), header.orientation()));
    }

    private static int scaled(int side, double scale) {
        return (int) Math.max(1, Math.round(side * scale));
    }

    private static int percent(double pixels, int of) {
        return Math.clamp(Math.round(100 * pixels / of), 0, 100);
    }
}
