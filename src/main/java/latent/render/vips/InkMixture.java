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
        Picture colour = colour(bands(ink, 0, INKS).operation("invert").picture());
        return picture.hasAlpha() ? ink.session().joinBands(List.of(colour, bands(ink, INKS, 1))) : colour;
    }

    private static Picture colour(Picture light) {
        Picture product = light.session()
                .operation("multiply")
                .with("left", bands(light, 0, INKS - 1))
                .with("right", bands(light, INKS - 1, 1))
                .picture();
        return product.operation("linear")
                .with("a", 1 / 255.0)
                .with("b", 0.5) // the cast cuts off
                .picture()
                .operation("cast")
                .with("format", "uchar")
                .picture()
                .operation("copy")
                .with("interpretation", Interpretation.SRGB.nick())
                .picture();
    }

    private static Picture eightBit(Picture picture) {
        return picture.isEightBit()
                ? picture
                : picture.operation("cast")
                        .with("format", "uchar")
                        .with("shift", true)
                        .picture();
    }

    private static Picture bands(Picture picture, int first, int count) {
        return picture.operation("extract_band")
                .with("band", first)
                .with("n", count)
                .picture();
    }
}
