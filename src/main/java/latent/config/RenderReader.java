package latent.config;

import static latent.config.Setting.*;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import latent.config.Settings.EngineChoice;
import latent.config.Settings.Isolation;
import latent.config.Settings.SvgOriginals;
import latent.image.ImageFormat;
import latent.render.JpegCoding;
import latent.render.RenderSettings;

/** Makes what a render is allowed, and how it is tuned, out of texts. */
record RenderReader(SettingParser values) {
    Settings.Render read() {
        int threads = values.integer(RENDER_THREADS, 0, 256);
        long maxBytes = values.mebibytes(RENDER_MAX_MEBIBYTES, 0, 1 << 20);
        Isolation isolation = values.choice(RENDER_ISOLATION, Isolation.class, Isolation.WORKERS);
        RenderSettings tuned = tuned();
        Duration deadline = values.seconds(RENDER_DEADLINE);
        Duration given = Duration.ofSeconds(values.number(RENDER_MAX_COST, 0, 3600));
        Duration maxCost = given.isZero() ? deadline.dividedBy(2) : given;
        if (maxCost.compareTo(deadline) > 0) {
            values.problem("render.max-cost is longer than render.deadline: such a render would be stopped half-way");
        }
        if (tuned.drawsSvg() && isolation == Isolation.NONE) {
            values.problem("originals.svg is drawn and render.isolation is none: SVG is drawn in workers only");
        }
        return new Settings.Render(
                values.choice(RENDER_ENGINE, EngineChoice.class, EngineChoice.AUTO),
                new Settings.Libraries(library(RENDER_LIBVIPS), library(RENDER_LIBHEIF)),
                isolation,
                tuned,
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
                maxBytes > 0 ? OptionalLong.of(maxBytes) : OptionalLong.empty(),
                values.integer(RENDER_MAX_WAITING, 0, 100_000),
                values.seconds(RENDER_PATIENCE),
                deadline,
                maxCost);
    }

    private Optional<Path> library(Setting setting) {
        return values.given(setting).map(path -> values.parsed(setting, path, Path::of, Path.of("")));
    }

    private RenderSettings tuned() {
        return new RenderSettings(
                Map.of(
                        ImageFormat.JPEG, values.integer(RENDITIONS_JPEG_QUALITY, 1, 100),
                        ImageFormat.WEBP, values.integer(RENDITIONS_WEBP_QUALITY, 1, 100),
                        ImageFormat.AVIF, values.integer(RENDITIONS_AVIF_QUALITY, 1, 100)),
                values.choice(RENDITIONS_JPEG_CODING, JpegCoding.class, JpegCoding.PROGRESSIVE),
                values.integer(RENDITIONS_AUTO_SIMILARITY, 500, 999),
                RenderSettings.DEFAULT.maxFrames(),
                RenderSettings.DEFAULT.maxAnimationPixels(),
                values.choice(ORIGINALS_SVG, SvgOriginals.class, SvgOriginals.REFUSED) == SvgOriginals.DRAWN);
    }
}
