package latent.render.vips;

import java.util.Optional;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.Transformation;
import latent.key.Trim;
import latent.render.Geometry;
import latent.render.Layout;
import latent.render.ShrinkOnLoad;

/**
 * Where things go. Most layouts follow from the header alone; a trim and a smart crop must see pixels first, and see them here in a decoding of
 * their own, so that the one that makes the rendition is the same for all and may shrink on load.
 */
final class Look {
    /** Enough to find what draws the eye; libvips itself looks at 32 pixels. */
    private static final int GLANCE_PIXELS = 256;

    private final Loader loader;
    private final ImageHeader header;
    private final Transformation asked;

    Look(Loader loader, ImageHeader header, Transformation asked) {
        this.loader = loader;
        this.header = header;
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

    /** The part without its border: what differs from the colour of the upper left corner by more than the tolerance. */
    private PixelRect withoutBorder(PixelRect shown, int tolerancePercent) {
        Picture part = Colour.toSrgb(loader.still(1).turn(header.orientation()))
                .inMemory()
                .cut(shown);
        int[] found = part.operation("find_trim")
                .with("background", corner(part))
                .with("threshold", tolerancePercent * 2.55)
                .with("line_art", true)
                .numbers("left", "top", "width", "height");
        boolean onlyBorder = found[2] < 1 || found[3] < 1;
        return onlyBorder
                ? shown
                : new PixelRect(found[0], found[1], found[2], found[3]).moved(shown.left(), shown.top());
    }

    private static String corner(Picture picture) {
        StringBuilder colour = new StringBuilder();
        int alpha = picture.hasAlpha() ? 1 : 0;
        byte[] pixel = picture.cut(new PixelRect(0, 0, 1, 1))
                .operation("rawsave_buffer")
                .bytes();
        for (int band = 0; band < picture.bands() - alpha; band++) {
            colour.append(pixel[band] & 0xff).append(' ');
        }
        return colour.toString().strip();
    }

    /** The point that draws the eye, for a window of the shape of {@code window}. */
    private Gravity focus(PixelRect shown, PixelRect window) {
        PixelSize upright = header.upright();
        double shrink = Math.max(1, Math.min(upright.width(), upright.height()) / (double) GLANCE_PIXELS);
        Picture glance = Colour.toSrgb(loader.still(ShrinkOnLoad.factor(header.format(), shrink)));
        Picture part = glance.turn(header.orientation()).inMemory();
        double scale = part.size().width() / (double) upright.width();
        PixelRect seen = Scale.of(shown, upright, part.size());
        int[] attention = part.cut(seen)
                .smartcrop(
                        Math.clamp(Math.round(window.width() * scale), 1, seen.width()),
                        Math.clamp(Math.round(window.height() * scale), 1, seen.height()))
                .numbers("attention-x", "attention-y");
        return new Gravity.FocalPoint(
                percent(seen.left() + attention[0], part.size().width()),
                percent(seen.top() + attention[1], part.size().height()));
    }

    private static int percent(int pixels, int of) {
        return Math.clamp(Math.round(100.0 * pixels / of), 0, 100);
    }
}
