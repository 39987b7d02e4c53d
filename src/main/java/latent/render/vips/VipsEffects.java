package latent.render.vips;

import latent.key.Blur;
import latent.key.Effect;
import latent.key.Grayscale;
import latent.key.Sharpen;

/** What is done to the resized picture. */
final class VipsEffects {
    private VipsEffects() {}

    static Picture apply(Picture picture, Effect effect) {
        return switch (effect) {
            case Blur blur -> picture.blur(blur.sigmaTenths() / 10.0);
            case Sharpen sharpen -> picture.sharpen(sharpen.strengthTenths() / 10.0);
            case Grayscale gray -> picture.in(Interpretation.GRAY);
        };
    }
}
