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
import latent.store.Originals;
import latent.store.Renditions;
import software.amazon.awssdk.services.s3.S3Client;

/** The processor: every object made with {@code new}, closed in the opposite order. */
final class Service implements AutoCloseable {
    private final S3Client s3;
    private final Engine engine;
    private final WriteBack writeBack;
    private final FrontDoor frontDoor;

    private Service(S3Client s3, Engine engine, WriteBack writeBack, FrontDoor frontDoor) {
        this.s3 = s3;
        this.engine = engine;
        this.writeBack = writeBack;
        this.frontDoor = frontDoor;
    }

    static Service start(Settings settings) {
        Meters meters = new Meters();
        S3Client s3 = settings.s3().connect();
        Originals originals = new Originals(s3, settings.buckets().originals());
        Renditions renditions = new Renditions(s3, settings.buckets().renditions());
        Engine engine = Engines.open(settings.render());
        Darkroom darkroom = darkroom(settings, originals, engine, meters);
        WriteBack writeBack = new WriteBack(
                originals,
                renditions,
                settings.writeBack().maxBytes(),
                settings.writeBack().drain(),
                meters);
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
                engine.name());
        return new Service(s3, engine, writeBack, frontDoor);
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

    String engine() {
        return Engines.introduce(engine);
    }

    @Override
    public void close() {
        frontDoor.close();
        writeBack.close();
        engine.close();
        s3.close();
    }
}
