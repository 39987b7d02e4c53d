package latent.kit;

import java.util.function.Function;
import latent.render.Engine;
import latent.render.EngineCapabilities;
import latent.render.RenderJob;
import latent.render.RenderSettings;
import latent.render.imgscalr.ImgscalrEngine;

/** The portable engine, but for what it does when it is to render. */
public record ScriptedEngine(Engine real, Function<RenderJob, byte[]> renders) implements Engine {
    public ScriptedEngine(Function<RenderJob, byte[]> renders) {
        this(new ImgscalrEngine(RenderSettings.DEFAULT), renders);
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public EngineCapabilities capabilities() {
        return real.capabilities();
    }

    @Override
    public byte[] render(RenderJob job) {
        return renders.apply(job);
    }

    @Override
    public void close() {
        real.close();
    }
}
