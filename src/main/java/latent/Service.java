package latent;

import io.github.bucket4j.TimeMeter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import latent.admission.RateLimits;
import latent.admission.RenderPermits;
import latent.config.ConfigurationException;
import latent.config.Settings;
import latent.http.FallbackAnswers;
import latent.http.ProcessorServer;
import latent.http.PurgeHandler;
import latent.lazy.FallbackPictures;
import latent.lazy.OriginalVersions;
import latent.lazy.RenditionRenderer;
import latent.lazy.RenditionService;
import latent.lazy.WriteBack;
import latent.metrics.Meters;
import latent.purge.CdnInvalidator;
import latent.render.Engine;
import latent.render.EngineCapabilities;
import latent.render.cost.CostLimit;
import latent.render.header.HeaderGate;
import latent.store.S3Problem;
import latent.tracing.Tracing;
import software.amazon.awssdk.services.s3.S3Client;

/** Wires the processor; closes its resources in reverse order. */
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
        return start(settings, System.getenv());
    }

    /** The same in another environment, which says whether requests are traced, and where to. */
    public static Service start(Settings settings, Map<String, String> environment) {
        return start(settings, environment, meters -> EngineFactory.open(settings.render(), meters));
    }

    /** The same with an engine that the settings do not name. */
    static Service start(Settings settings, Map<String, String> environment, Function<Meters, Engine> engines) {
        return Closer.opening(opened -> start(settings, environment, engines, opened));
    }

    private static Service start(
            Settings settings, Map<String, String> environment, Function<Meters, Engine> engines, Closer opened) {
        Tracing tracing = tracing(environment);
        opened.add(tracing::close);
        Meters meters = new Meters(tracing);
        EngineStart starting = EngineStart.begin(() -> engines.apply(meters));
        opened.add(starting::close);
        Stores stores = Stores.open(settings, meters, opened);
        Engine engine = starting.await();
        OriginalVersions versions = new OriginalVersions(stores.originals(), System::nanoTime);
        RenditionRenderer renderer = renderer(settings, stores, versions, engine, meters);
        opened.add(renderer::close);
        WriteBack writeBack = new WriteBack(versions, stores.renditions(), settings.writeBack(), meters);
        opened.add(writeBack::close);
        RateLimits rateLimits = new RateLimits(settings.rates(), TimeMeter.SYSTEM_NANOTIME, meters);
        RenditionService maker =
                new RenditionService(rateLimits, stores.renditions(), renderer, writeBack, meters, System::nanoTime);
        ProcessorServer server = new ProcessorServer(
                settings.listen(),
                settings.edge(),
                settings.reporting(),
                settings.keys().grammar(),
                settings.keys().ladder(),
                maker,
                new FallbackAnswers(
                        fallbacks(settings, renderer, engine, meters),
                        settings.fallback().status()),
                meters,
                engine.name(),
                () -> stores.checks().problems().stream()
                        .map(S3Problem::summary)
                        .toList(),
                purge(settings, stores.s3(), meters, opened));
        opened.add(server::close);
        return new Service(opened, meters, engine, server);
    }

    private static Tracing tracing(Map<String, String> environment) {
        try {
            return Tracing.of(environment);
        } catch (IllegalArgumentException bad) {
            throw new ConfigurationException(List.of(String.valueOf(bad.getMessage())));
        }
    }

    private static FallbackPictures fallbacks(
            Settings settings, RenditionRenderer renderer, Engine engine, Meters meters) {
        return settings.fallback()
                .picture()
                .map(picture -> FallbackPictures.of(
                        picture, settings.keys().rules(), renderer, engine, System::nanoTime, meters))
                .orElseGet(FallbackPictures::none);
    }

    /** The renderer that serves visitors and, in a warm worker, makes renditions before they are asked for. */
    static RenditionRenderer renderer(
            Settings settings, Stores stores, OriginalVersions versions, Engine engine, Meters meters) {
        RenderPermits permits = new RenderPermits(
                settings.render().threads(),
                EngineFactory.maxBytes(settings.render(), engine),
                settings.render().maxWaiting(),
                settings.render().patience());
        watch(permits, meters);
        return new RenditionRenderer(
                stores.originals(),
                versions,
                settings.buckets().maxHeldBytes(),
                new HeaderGate(settings.buckets().limits()),
                settings.buckets().watermarks(),
                permits,
                new CostLimit(EngineFactory.costs(engine), settings.render().maxCost()),
                engine,
                settings.buckets().cacheControl(),
                stores.mezzanines(),
                meters);
    }

    private static void watch(RenderPermits permits, Meters meters) {
        meters.watch("latent.renders.waiting", "Requests that wait for room to render.", permits::waiting);
        meters.watch(
                "latent.renders.running",
                "Renders that have a permit now.",
                () -> permits.now().renders());
        meters.watch(
                "latent.renders.limit",
                "Renders that may have one at one time.",
                () -> permits.now().maxRenders());
        meters.watch(
                "latent.renders.reserved.bytes",
                "Memory that these permits hold.",
                () -> permits.now().bytes());
        meters.watch(
                "latent.renders.limit.bytes",
                "Memory that all permits may hold.",
                () -> permits.now().maxBytes());
    }

    private static Optional<PurgeHandler> purge(Settings settings, S3Client s3, Meters meters, Closer opened) {
        if (settings.admin().accepted().isEmpty()) {
            return Optional.empty();
        }
        CdnInvalidator cdn = PurgeRun.invalidator(settings);
        opened.add(cdn::close);
        return Optional.of(new PurgeHandler(
                settings.admin(), settings.keys().grammar(), PurgeRun.purge(settings, s3, cdn, meters)));
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
