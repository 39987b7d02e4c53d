package latent;

import java.util.Map;
import latent.config.Settings;
import latent.render.Engine;

/** The processor with an engine that a test brings: a real one does not fail when it is told to. All else is as it always is. */
public final class ServiceWithEngine {
    private ServiceWithEngine() {}

    /** Starts it; closing it closes the engine. */
    public static Service start(Settings settings, Engine engine) {
        return Service.start(settings, Map.of(), meters -> engine);
    }
}
