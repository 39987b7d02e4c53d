package latent;

import io.github.bucket4j.TimeMeter;
import latent.admission.RateLimits;
import latent.admission.RenderPermits;
import latent.config.Settings;
import latent.http.ProcessorServer;
import latent.lazy.RenditionRenderer;
import latent.lazy.RenditionService;
import latent.lazy.WriteBack;
import latent.metrics.Meters;
import latent.render.Engine;
import latent.render.EngineCapabilities;
import latent.render.cost.CostLimit;
import latent.render.header.HeaderGate;
import latent.store.BucketChecks;
import latent.store.OriginalStore;
import latent.store.RenditionStore;
import latent.store.S3Originals;
import latent.store.S3Problem;
import latent.store.S3Renditions;
import software.amazon.awssdk.services.s3.S3Client;

/** The processor: every object made with {@code new}, closed in the opposite order. */
public final class Service implements AutoCloseable {
    private final Closer opened;
    private final Meters meters;
    private final Engine engine;
    private final ProcessorServer server;

    private Service(Closer opened, Meters meters, Engine engine, ProcessorServer server) {
        this.opened = opened;
        this.meters = meters;
        this.engine = engine;
        this.server = server;
    }

    /** Starts the processor; when a step fails, what was opened before it is closed. */
    public static Service start(Settings settings) {
        return Closer.opening(opened -> start(settings, opened));
    }

    private static Service start(Settings settings, Closer opened) {
        Meters meters = new Meters();
        S3Client s3 = settings.s3().connect(meters);
        opened.add(s3::close);
        Settings.Buckets buckets = settings.buckets();
        OriginalStore originals = new S3Originals(s3, buckets.originals(), buckets.listing());
        RenditionStore renditions = new S3Renditions(s3, buckets.renditions(), buckets.listing());
        BucketChecks checks =
                new BucketChecks(s3, buckets.originals(), buckets.renditions(), buckets.listing(), System::nanoTime);
        checks.problems();
        Engine engine = EngineFactory.open(settings.render(), meters);
        opened.add(engine::close);
        RenditionRenderer renderer = renderer(settings, originals, engine, meters);
        WriteBack writeBack = new WriteBack(
                originals,
                renditions,
                settings.writeBack().when(),
                settings.writeBack().maxBytes(),
                settings.writeBack().drain(),
                meters);
        opened.add(writeBack::close);
        RateLimits rateLimits = new RateLimits(
                settings.rates().client(),
                settings.rates().original(),
                settings.rates().service(),
                settings.rates().maxIdentities(),
                TimeMeter.SYSTEM_NANOTIME,
                meters);
        RenditionService maker =
                new RenditionService(rateLimits, renditions, renderer, writeBack, meters, System::nanoTime);
        ProcessorServer server = new ProcessorServer(
                settings.listen(),
                settings.edge(),
                settings.keys().grammar(),
                settings.keys().ladder(),
                maker,
                meters,
                engine.name(),
                () -> checks.problems().stream().map(S3Problem::summary).toList());
        opened.add(server::close);
        return new Service(opened, meters, engine, server);
    }

    /** Where renditions are made, for visitors and before them. */
    static RenditionRenderer renderer(Settings settings, OriginalStore originals, Engine engine, Meters meters) {
        RenderPermits permits = new RenderPermits(
                settings.render().threads(),
                EngineFactory.maxBytes(settings.render(), engine),
                settings.render().maxWaiting(),
                settings.render().patience());
        meters.watch("latent.renders.waiting", "Requests that wait for room to render.", permits::waiting);
        return new RenditionRenderer(
                originals,
                new HeaderGate(settings.buckets().limits()),
                settings.buckets().watermarks(),
                permits,
                new CostLimit(EngineFactory.costs(engine), settings.render().maxCost()),
                engine,
                settings.buckets().cacheControl(),
                meters);
    }

    public int port() {
        return server.port();
    }

    public Meters meters() {
        return meters;
    }

    public String engine() {
        return EngineFactory.introduce(engine);
    }

    EngineCapabilities capabilities() {
        return engine.capabilities();
    }

    @Override
    public void close() {
        opened.close();
    }
}
