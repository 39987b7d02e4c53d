package latent.render.vips;

import latent.key.Blur;
import latent.key.Effect;
import latent.key.Grayscale;
import latent.key.Sharpen;

/** The effects on the resized picture. */
final class VipsEffects {
    private static final double SHARPEN_SIGMA = 1;

    private VipsEffects() {}

    static Picture apply(Picture picture, Effect effect) {
        return switch (effect) {
            case Blur blur -> blur(picture, blur.sigmaTenths() / 10.0);
            case Sharpen sharpen -> sharpen(picture, sharpen.strengthTenths() / 10.0);
            case Grayscale gray -> picture.in(Interpretation.GRAY);
        };
    }

    /** Transparent pixels lend no colour. */
    private static Picture blur(Picture picture, double sigmaPixels) {
        return picture.hasAlpha()
                ? soften(picture.premultiply(), sigmaPixels).unpremultiply().cast(picture)
                : soften(picture, sigmaPixels);
    }

    private static Picture soften(Picture picture, double sigmaPixels) {
        return picture.operation("gaussblur")
                .with("sigma", sigmaPixels)
                .with("precision", "approximate")
                .picture();
    }

    /** Edges steeper by {@code strength}, flat areas untouched. */
    private static Picture sharpen(Picture picture, double strength) {
        return picture.operation("sharpen")
                .with("sigma", SHARPEN_SIGMA)
                .with("m2", 3 * strength)
                .picture()
                .eightBit();
    }
}
