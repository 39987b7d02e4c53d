package latent.lazy;

import latent.metrics.Meters;
import latent.refusal.Fault;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;
import latent.store.Rendition;

/** Runs renders on the engine, and counts how they end and how long they take. Thread-safe. */
final class CountedRenders {
    private final Engine engine;
    private final String cacheControl;
    private final Meters meters;

    /** @param cacheControl the header of every rendition */
    CountedRenders(Engine engine, String cacheControl, Meters meters) {
        this.engine = engine;
        this.cacheControl = cacheControl;
        this.meters = meters;
    }

    /** Whether one render can begin with what another has decoded. */
    boolean shareDecodes() {
        return engine.sharesDecodes();
    }

    /**
     * Renders.
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
