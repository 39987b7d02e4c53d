package latent.render.vips;

import java.util.List;

/**
 * Ink of which no profile says how it looks, as browsers and the portable engine show it: each ink takes its part of one colour of light, and black
 * takes of all three.
 */
final class InkMixture {
    private static final int INKS = 4;

    private InkMixture() {}

    static Picture inSrgb(Picture picture) {
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
