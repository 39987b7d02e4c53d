package latent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import latent.config.Settings;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.Transformation;
import latent.key.WatermarkName;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;
import latent.render.SourceFile;
import latent.render.header.HeaderGate;

/** From a file to a file, through the gate and the engine that visitors' renditions go through. */
final class FileRender {
    private FileRender() {}

    /**
     * Renders.
     *
     * @throws Refusal what a visitor would be told
     */
    static void run(Path in, String key, Path out, Settings settings) throws IOException {
        Transformation transformation =
                new KeyGrammar(settings.keys().rules()).parse(key).transformation();
        HeaderGate gate = new HeaderGate(settings.buckets().limits());
        Optional<Path> watermark = watermark(transformation, settings);
        RenderJob job = new RenderJob(
                read(in, gate),
                transformation,
                watermark.isPresent() ? Optional.of(read(watermark.get(), gate)) : Optional.empty());
        try (Engine engine = EngineFactory.open(settings.render(), new Meters())) {
            Files.write(out, engine.render(job));
        }
    }

    private static SourceFile<byte[]> read(Path path, HeaderGate gate) throws IOException {
        byte[] file = Files.readAllBytes(path);
        return gate.admit(file, file.length)
                .map(header -> new SourceFile<>(file, header))
                .orElseThrow(() -> new Refusal(Reason.NOT_A_PICTURE, "The original's header has no end."));
    }

    /** A watermark's key is taken as the path of a file. */
    private static Optional<Path> watermark(Transformation transformation, Settings settings) {
        return transformation
                .find(WatermarkName.class)
                .map(WatermarkName::name)
                .flatMap(name ->
                        Optional.ofNullable(settings.buckets().watermarks().get(name)))
                .map(OriginalKey::value)
                .map(Path::of);
    }
}
