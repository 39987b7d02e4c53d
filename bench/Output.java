import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.PixelSize;
import latent.key.RequestedSize;
import latent.key.Quality;
import latent.key.Transformation;
import latent.render.RenderJob;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;

/** What both sides write: the same format, quality and coding, at the settings that Latent has by default. */
enum Output {
    JPEG("jpg", ImageFormat.JPEG, 80),
    JPEG_SEQUENTIAL("jpg-seq", ImageFormat.JPEG, 80),
    WEBP("webp", ImageFormat.WEBP, 80),
    AVIF("avif", ImageFormat.AVIF, 50);

    static final HeaderGate GATE = new HeaderGate(new Limits(200L << 20, 100_000_000));

    final String title;
    final ImageFormat format;
    private final int quality;

    Output(String title, ImageFormat format, int quality) {
        this.title = title;
        this.format = format;
        this.quality = quality;
    }

    RenderJob job(byte[] original, int width, int height) {
        return job(original, width, height, format, new Quality.Fixed(quality));
    }

    static RenderJob png(byte[] original, int width, int height) {
        return job(original, width, height, ImageFormat.PNG, new Quality.Default());
    }

    private static RenderJob job(byte[] original, int width, int height, ImageFormat format, Quality quality) {
        return RenderJob.of(
                original,
                GATE.admit(original, original.length).orElseThrow(),
                Transformation.of(new RequestedSize(width, height), format, quality));
    }

    static PixelSize size(byte[] file) {
        return GATE.admit(file, file.length).orElseThrow().upright();
    }

    /** One line of JSON for the other side, which answers with the time; {@code out} is where it leaves the file. */
    String question(String original, String out, int width, int height, int threads) {
        return "{\"file\":\"%s\",\"out\":\"%s\",\"width\":%d,\"height\":%d,\"output\":\"%s\",\"quality\":%d,\"threads\":%d}"
                .formatted(original, out, width, height, title, quality, threads);
    }
}
