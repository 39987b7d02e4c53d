package latent.render.vips;

import java.util.Optional;
import latent.key.Rgb;
import latent.render.Layout;

/** Backgrounds and canvases of pictures. */
final class VipsCanvas {
    private VipsCanvas() {}

    /** With nothing transparent. */
    static Picture flatten(Picture picture, Rgb background) {
        return picture.hasAlpha()
                ? ableToShow(background, picture)
                        .operation("flatten")
                        .with("background", text(background))
                        .picture()
                : picture;
    }

    /** On a canvas filled with a colour, or on a transparent one. */
    static Picture pad(Picture picture, Layout layout, Optional<Rgb> background) {
        return background
                .map(colour -> embed(ableToShow(colour, picture), layout, text(colour)))
                .orElseGet(() -> embed(withAlpha(picture), layout, "0"));
    }

    private static Picture embed(Picture picture, Layout layout, String background) {
        return picture.operation("embed")
                .with("x", layout.left())
                .with("y", layout.top())
                .with("width", layout.canvas().width())
                .with("height", layout.canvas().height())
                .with("extend", "background")
                .with("background", background)
                .picture();
    }

    private static Picture withAlpha(Picture picture) {
        return picture.hasAlpha() ? picture : picture.operation("addalpha").picture();
    }

    /** In colour, when that is needed to show {@code colour}. */
    private static Picture ableToShow(Rgb colour, Picture picture) {
        return picture.bands() < 3 && !neutral(colour) ? picture.in(Interpretation.SRGB) : picture;
    }

    private static boolean neutral(Rgb colour) {
        return colour.red() == colour.green() && colour.green() == colour.blue();
    }

    private static String text(Rgb colour) {
        return neutral(colour)
                ? Integer.toString(colour.red())
                : colour.red() + " " + colour.green() + " " + colour.blue();
    }
}
