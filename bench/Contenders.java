import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import latent.metrics.Meters;
import latent.render.Engine;
import latent.render.JpegCoding;
import latent.render.RenderJob;
import latent.render.imgscalr.ImgscalrEngine;
import latent.render.vips.LibvipsFinder;
import latent.render.vips.VipsEngine;
import latent.render.RenderSettings;
import latent.render.worker.AotCache;
import latent.render.worker.WorkerPool;
import latent.render.worker.WorkerSettings;

/** Our engines, by name, each once for either coding of JPEG files. */
final class Contenders implements AutoCloseable {
    static final int THREADS = 2;

    private final Map<JpegCoding, Map<String, Engine>> engines = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    Contenders(Path program, Path work) {
        Path library = LibvipsFinder.find(Optional.empty(), program).orElseThrow();
        for (JpegCoding coding : JpegCoding.values()) {
            RenderSettings plain = RenderSettings.DEFAULT;
            RenderSettings settings = new RenderSettings(
                    plain.qualities(),
                    coding,
                    plain.autoSimilarityPerMille(),
                    plain.maxFrames(),
                    plain.maxAnimationPixels(),
                    plain.drawsSvg());
            Map<String, Engine> these = new LinkedHashMap<>();
            these.put("vips", new VipsEngine(library, settings));
            Optional<Path> cache = AotCache.of(program, library, work);
            these.put("workers", new WorkerPool(program, library, settings, WorkerSettings.of(THREADS), cache, new Meters()));
            these.put("imgscalr", new ImgscalrEngine(settings));
            engines.put(coding, these);
        }
    }

    private Map<String, Engine> all(Output output) {
        return engines.get(output == Output.JPEG_SEQUENTIAL ? JpegCoding.SEQUENTIAL : JpegCoding.PROGRESSIVE);
    }

    Map<String, Engine> writing(Output output) {
        Map<String, Engine> able = new LinkedHashMap<>(all(output));
        able.values().removeIf(engine -> !engine.capabilities().writes().contains(output.format));
        return able;
    }

    Engine vips() {
        return all(Output.JPEG).get("vips");
    }

    List<String> titles() {
        return all(Output.JPEG).entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue().name())
                .toList();
    }

    /** As many renders of the job at the same time as {@code at} says, one or two. */
    byte[] render(Engine engine, RenderJob job, int at) throws Exception {
        if (at == 1) {
            return engine.render(job);
        }
        Future<byte[]> other = threads.submit(() -> engine.render(job));
        byte[] file = engine.render(job);
        other.get();
        return file;
    }

    @Override
    public void close() {
        threads.shutdown();
        engines.values().forEach(these -> these.values().forEach(Engine::close));
    }
}
