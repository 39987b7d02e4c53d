package latent;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import latent.config.Settings;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.key.Transformation;
import latent.key.WatermarkName;
import latent.metrics.Meters;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;
import latent.render.SourceFile;
import latent.render.header.ByteSource;
import latent.render.header.HeaderGate;

/** From a file to a file, through the gate and the engine that visitors' renditions go through. */
final class FileRender {
    private FileRender() {}

    /**
     * Renders one file into another.
     *
     * @throws Refusal for the same reasons as over HTTP
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

    /** A file that is larger than an original may be is not read into memory. */
    private static SourceFile<byte[]> read(Path path, HeaderGate gate) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            gate.admit(new LocalFile(channel, channel.size()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        byte[] file = Files.readAllBytes(path);
        return new SourceFile<>(file, gate.admit(file));
    }

    private record LocalFile(FileChannel channel, long bytes) implements ByteSource {
        @Override
        public byte[] read(long offset, int length) {
            ByteBuffer part = ByteBuffer.allocate(length);
            try {
                while (part.hasRemaining()) {
                    if (channel.read(part, offset + part.position()) < 0) {
                        throw new EOFException("the file became shorter while it was read");
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return part.array();
        }
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
