package latent;

import io.github.bucket4j.TimeMeter;
import latent.admission.RateLimits;
import latent.admission.RenderPermits;
import latent.config.Settings;
import latent.http.FrontDoor;
import latent.lazy.Darkroom;
import latent.lazy.RenditionMaker;
import latent.lazy.WriteBack;
import latent.metrics.Meters;
import latent.render.Engine;
import latent.render.cost.CostLimit;
import latent.render.header.HeaderGate;
import latent.store.BucketChecks;
import latent.store.Originals;
import latent.store.Renditions;
import latent.store.S3Problem;
import software.amazon.awssdk.services.s3.S3Client;

/** The processor: every object made with {@code new}, closed in the opposite order. */
final class Service implements AutoCloseable {
    private final Closer opened;
    private final Meters meters;
    private final Engine engine;
    private final FrontDoor frontDoor;

    private Service(Closer opened, Meters meters, Engine engine, FrontDoor frontDoor) {
        this.opened = opened;
        this.meters = meters;
        this.engine = engine;
        this.frontDoor = frontDoor;
    }

    /** Starts the processor; when a step fails, what was opened before it is closed. */
    static Service start(Settings settings) {
        return Closer.opening(opened -> start(settings, opened));
    }

    private static Service start(Settings settings, Closer opened) {
        Meters meters = new Meters();
        S3Client s3 = settings.s3().connect(meters);
        opened.add(s3::close);
        Settings.Buckets buckets = settings.buckets();
        Originals originals = new Originals(s3, buckets.originals(), buckets.listing());
        Renditions renditions = new Renditions(s3, buckets.renditions(), buckets.listing());
        BucketChecks checks =
                new BucketChecks(s3, buckets.originals(), buckets.renditions(), buckets.listing(), System::nanoTime);
        checks.problems();
        Engine engine = Engines.open(settings.render(), meters);
        opened.add(engine::close);
        Darkroom darkroom = darkroom(settings, originals, engine, meters);
        WriteBack writeBack = new WriteBack(
                originals,
                renditions,
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
        RenditionMaker maker =
                new RenditionMaker(rateLimits, renditions, darkroom, writeBack, meters, System::nanoTime);
        FrontDoor frontDoor = new FrontDoor(
                settings.listen(),
                settings.edge(),
                settings.keys().grammar(),
                settings.keys().ladder(),
                maker,
                meters,
                engine.name(),
                () -> checks.problems().stream().map(S3Problem::summary).toList());
        opened.add(frontDoor::close);
        return new Service(opened, meters, engine, frontDoor);
    }

    /** Where renditions are made, for visitors and before them. */
    static Darkroom darkroom(Settings settings, Originals originals, Engine engine, Meters meters) {
        RenderPermits permits = new RenderPermits(
                settings.render().threads(),
                Engines.maxBytes(settings.render(), engine),
                settings.render().maxWaiting(),
                settings.render().patience());
        meters.watch("latent.renders.waiting", "Requests that wait for room to render.", permits::waiting);
        return new Darkroom(
                originals,
                new HeaderGate(settings.buckets().limits()),
                settings.buckets().watermarks(),
                permits,
                new CostLimit(Engines.costs(engine), settings.render().maxCost()),
                engine,
                settings.buckets().cacheControl(),
                meters);
    }

    int port() {
        return frontDoor.port();
    }

    Meters meters() {
        return meters;
    }

    String engine() {
        return Engines.introduce(engine);
    }

    @Override
    public void close() {
        opened.close();
    }
}
