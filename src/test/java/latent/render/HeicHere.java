package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import latent.image.ImageFormat;
import latent.render.heif.LibheifHere;
import latent.render.vips.LibvipsHere;

/** The engine that reads HEIC; where this machine has no libheif, a test is skipped and says so. */
final class HeicHere {
    private HeicHere() {}

    static Engine orSkip() {
        LibvipsHere.orSkip();
        LibheifHere.orSkip();
        Engine engine = TestedEngines.all()
                .filter(tested -> tested.name().startsWith("vips"))
                .findFirst()
                .orElseThrow();
        assertThat(engine.capabilities().reads()).as(engine.name()).contains(ImageFormat.HEIC);
        return engine;
    }
}
