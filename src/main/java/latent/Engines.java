package latent;

import latent.config.Settings;
import latent.render.Engine;
import latent.render.RenderPool;
import latent.render.imgscalr.ImgscalrEngine;

/** Chooses the engine. */
final class Engines {
    private Engines() {}

    static Engine open(Settings.Render settings) {
        return new RenderPool(new ImgscalrEngine(settings.quality()), settings.threads(), settings.deadline());
    }
}
