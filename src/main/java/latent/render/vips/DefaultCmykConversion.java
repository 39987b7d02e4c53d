package latent.render.vips;

import java.util.List;

/**
 * Converts CMYK without an ICC profile to sRGB, as browsers and the portable engine do: red is (1 - cyan) * (1 - black), and so on for green with
 * magenta and blue with yellow.
 */
final class DefaultCmykConversion {
    private static final int INKS = 4;

    private DefaultCmykConversion() {}

    static Picture toSrgb(Picture picture) {
        Picture ink = eightBit(picture);
        Picture colour = colour(ink.extract(0, INKS).operation("invert").picture());
        return picture.hasAlpha() ? ink.session().joinBands(List.of(colour, ink.extract(INKS, 1))) : colour;
    }

    private static Picture colour(Picture light) {
        Picture product = light.session()
                .operation("multiply")
                .with("left", light.extract(0, INKS - 1))
                .with("right", light.extract(INKS - 1, 1))
                .picture();
        return product.operation("linear")
                .with("a", 1 / 255.0)
                .with("b", 0.5) // the cast cuts off
                .picture()
                .operation("cast")
                .with("format", "uchar")
                .picture()
                .meaning(Interpretation.SRGB);
    }

    private static Picture eightBit(Picture picture) {
        return picture.isEightBit()
                ? picture
                : picture.operation("cast")
                        .with("format", "uchar")
                        .with("shift", true)
                        .picture();
    }
}
