package latent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import latent.config.Settings;
import latent.image.ImageHeader;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.Transformation;
import latent.key.WatermarkName;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;
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
        byte[] original = Files.readAllBytes(in);
        ImageHeader header = new HeaderGate(settings.buckets().limits())
                .admit(original, original.length)
                .orElseThrow(() -> new Refusal(Reason.NOT_A_PICTURE, "The original's header has no end."));
        try (Engine engine = Engines.open(settings.render(), new Meters())) {
            Files.write(
                    out,
                    engine.render(
                            new RenderJob(original, header, transformation, watermark(transformation, settings))));
        }
    }

    /** A watermark's key is taken as the path of a file. */
    private static Optional<byte[]> watermark(Transformation transformation, Settings settings) throws IOException {
        Optional<Path> file = transformation
                .find(WatermarkName.class)
                .map(WatermarkName::name)
                .flatMap(name ->
                        Optional.ofNullable(settings.buckets().watermarks().get(name)))
                .map(OriginalKey::value)
                .map(Path::of);
        return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
    }
}
