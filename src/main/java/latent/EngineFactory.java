package latent;

import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import latent.config.Settings;
import latent.image.ImageFormat;
import latent.metrics.Meters;
import latent.render.Engine;
import latent.render.EngineCapabilities;
import latent.render.EngineUnavailable;
import latent.render.RenderDeadline;
import latent.render.RenderPool;
import latent.render.RenderSettings;
import latent.render.cost.CostModel;
import latent.render.cost.MeasuredCosts;
import latent.render.heif.LibheifFinder;
import latent.render.imgscalr.ImgscalrEngine;
import latent.render.vips.LibvipsFinder;
import latent.render.vips.VipsEngine;
import latent.render.worker.AotCache;
import latent.render.worker.WorkerPool;
import latent.render.worker.WorkerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the engine: libvips where there is one that is new enough, the portable one where there is none. */
final class EngineFactory {
    private static final Logger LOG = LoggerFactory.getLogger(EngineFactory.class);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private EngineFactory() {}

    /**
     * The engine that the settings ask for.
     *
     * @throws EngineUnavailable when they insist on libvips and it cannot be had; the message says why
     */
    static Engine open(Settings.Render settings, Meters meters) {
        Engine portable = new ImgscalrEngine(settings.qualities());
        Engine engine = switch (settings.engine()) {
            case IMGSCALR -> portable;
            case VIPS ->
                vips(
                        settings,
                        library(settings)
                                .orElseThrow(() -> new EngineUnavailable("there is no libvips: npm ci fetches one")),
                        meters);
            case AUTO ->
                library(settings)
                        .flatMap(library -> tryVips(settings, library, meters))
                        .orElse(portable);
        };
        if (settings.libraries().libheif().isPresent() && !readsHeic(engine)) {
            engine.close();
            throw new EngineUnavailable("render.libheif is set, and yet HEIC cannot be read: " + engine.name());
        }
        return new RenderPool(engine, settings.threads(), deadline(settings, engine), meters);
    }

    /** Workers keep the deadline themselves; here they get a little longer, so that their own refusal comes first. */
    private static RenderDeadline deadline(Settings.Render settings, Engine engine) {
        return engine instanceof WorkerPool workers
                ? workers.deadline().plusWallTime(GRACE)
                : RenderDeadline.of(settings.deadline());
    }

    /** One line: which engine renders, and how to get the fast one when it is not that. */
    static String introduce(Engine engine) {
        return isVips(engine)
                ? engine.name()
                : engine.name() + " (npm ci fetches libvips, which is several times as fast)";
    }

    /** One line: whether HEIC is read, and what it takes. */
    static String introduceHeic(Engine engine) {
        return readsHeic(engine)
                ? "read"
                : "refused; it takes " + EngineCapabilities.FOR_HEIC
                        + " (on Debian and Ubuntu the packages libheif1 and, where there is one, libheif-plugin-libde265)";
    }

    private static boolean readsHeic(Engine engine) {
        return engine.capabilities().reads().contains(ImageFormat.HEIC);
    }

    /** Memory for all renders together, where the operator has not said: the heap's for the portable engine, the machine's for workers. */
    static long maxBytes(Settings.Render settings, Engine engine) {
        var machine = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        long reach = isVips(engine)
                ? machine.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
        return settings.maxBytes().orElse(reach / 2);
    }

    /** What renders cost on this engine. */
    static CostModel costs(Engine engine) {
        return isVips(engine) ? MeasuredCosts.VIPS : MeasuredCosts.IMGSCALR;
    }

    private static boolean isVips(Engine engine) {
        return engine.name().startsWith("vips");
    }

    private static Optional<Engine> tryVips(Settings.Render settings, Path library, Meters meters) {
        try {
            return Optional.of(vips(settings, library, meters));
        } catch (EngineUnavailable reason) {
            LOG.warn("libvips is not used: {}", reason.getMessage());
            return Optional.empty();
        }
    }

    private static Engine vips(Settings.Render settings, Path library, Meters meters) {
        return switch (settings.isolation()) {
            case NONE -> new VipsEngine(library, qualities(settings));
            case WORKERS ->
                new WorkerPool(
                        program(),
                        library,
                        qualities(settings),
                        WorkerSettings.of(settings.threads()).withDeadline(RenderDeadline.of(settings.deadline())),
                        AotCache.of(program(), library, program().resolveSibling("aot")),
                        meters);
        };
    }

    private static RenderSettings qualities(Settings.Render settings) {
        return settings.qualities()
                .withLibheif(LibheifFinder.find(settings.libraries().libheif()));
    }

    private static Optional<Path> library(Settings.Render settings) {
        return LibvipsFinder.find(settings.libraries().libvips(), program());
    }

    /** The jar that runs, or the folder of classes. */
    private static Path program() {
        try {
            return Path.of(EngineFactory.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
