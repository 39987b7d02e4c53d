package latent.lazy;

import latent.metrics.Meters;
import latent.refusal.Fault;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;
import latent.store.Rendition;

/** Runs renders on the engine; counts their outcomes and measures their time. Thread-safe. */
final class CountedRenders {
    private final Engine engine;
    private final String cacheControl;
    private final Meters meters;

    /** @param cacheControl the {@code Cache-Control} header of the renditions */
    CountedRenders(Engine engine, String cacheControl, Meters meters) {
        this.engine = engine;
        this.cacheControl = cacheControl;
        this.meters = meters;
    }

    /** Whether the engine can start a render from pixels that another render has decoded. */
    boolean shareDecodes() {
        return engine.sharesDecodes();
    }

    /**
     * Renders, and adds media type and {@code Cache-Control}.
     *
     * @throws Refusal as {@link Engine#render} does
     */
    Rendition run(RenderJob job, Stopwatch watch) {
        byte[] bytes = watch.time(Stage.RENDER, () -> counted(job));
        meters.rendered(watch.of(Stage.RENDER), job.original().header().stored().pixels());
        return Rendition.of(bytes, job.transformation().format().mediaType(), cacheControl);
    }

    private byte[] counted(RenderJob job) {
        try {
            byte[] bytes = engine.render(job);
            meters.renderEnded("made");
            return bytes;
        } catch (Refusal refusal) {
            meters.renderEnded(refusal.reason().name());
            throw refusal;
        } catch (RuntimeException failure) {
            meters.renderEnded(Fault.RENDER_FAILED.name());
            throw failure;
        }
    }
}
