package latent.config;

import static latent.config.Setting.*;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import latent.admission.Budget;
import latent.config.Settings.EngineChoice;
import latent.config.Settings.Isolation;
import latent.config.Settings.SvgOriginals;
import latent.http.Edge;
import latent.http.FrontDoor.Listen;
import latent.image.ImageFormat;
import latent.key.Alphabet;
import latent.key.Box;
import latent.key.KeyRules;
import latent.key.Ladder;
import latent.key.OriginalKey;
import latent.key.Signing;
import latent.purge.InvalidateBy;
import latent.render.JpegCoding;
import latent.render.RenderSettings;
import latent.render.header.Limits;
import latent.store.S3Access;

/** Makes the one typed value out of texts, group by group. Used once. */
final class SettingsReader {
    private static final long MEBIBYTE = 1 << 20;
    private static final long PIXELS_IN_A_MEGAPIXEL = 1_000_000;
    private static final long KILOPIXELS_IN_A_MEGAPIXEL = 1000;

    private final Values values;

    SettingsReader(Map<Setting, Said> said, List<String> problems) {
        this.values = new Values(said, problems);
    }

    Settings read() {
        Settings settings = new Settings(
                s3(),
                buckets(),
                new Listen(values.text(HTTP_HOST), values.integer(HTTP_PORT, 0, 65_535)),
                new Edge(values.list(HTTP_ORIGIN_SECRETS)),
                keys(),
                rates(),
                render(),
                new Settings.WriteBack(mebibytes(WRITE_BACK_MAX_MEBIBYTES, 1), values.seconds(WRITE_BACK_DRAIN)),
                new Settings.Changes(
                        url(WARM_QUEUE),
                        values.list(PURGE_DISTRIBUTIONS),
                        values.choice(PURGE_BY, InvalidateBy.class, InvalidateBy.PATH)));
        if (!values.problems().isEmpty()) {
            throw new ConfigurationException(values.problems());
        }
        return settings;
    }

    private S3Access s3() {
        Optional<S3Access.Credentials> credentials =
                given(S3_ACCESS_KEY).map(key -> new S3Access.Credentials(key, values.required(S3_SECRET_KEY)));
        return new S3Access(url(S3_ENDPOINT), values.required(S3_REGION), credentials);
    }

    private Settings.Buckets buckets() {
        if (values.text(ORIGINALS_BUCKET).equals(values.text(RENDITIONS_BUCKET))) {
            values.problem(
                    "originals.bucket and renditions.bucket are the same: the website would show private originals");
        }
        long maxPixels = values.number(ORIGINALS_MAX_MEGAPIXELS, 1, 1000) * PIXELS_IN_A_MEGAPIXEL;
        Limits limits = new Limits(
                mebibytes(ORIGINALS_MAX_MEBIBYTES, 1),
                maxPixels,
                values.integer(ORIGINALS_MAX_SIDE, 1, 65_535),
                Math.max(maxPixels, Limits.DEFAULT.maxFramesPixels()));
        return new Settings.Buckets(
                values.required(ORIGINALS_BUCKET),
                limits,
                values.required(RENDITIONS_BUCKET),
                values.required(RENDITIONS_CACHE_CONTROL),
                watermarks());
    }

    private Map<String, OriginalKey> watermarks() {
        Map<String, OriginalKey> watermarks = new LinkedHashMap<>();
        KeyTexts.pairs(values.list(RENDITIONS_WATERMARKS)).forEach((name, key) -> {
            if (name.isEmpty() || key.isEmpty()) {
                values.problem("renditions.watermarks does not look like logo=brand/logo.png");
            }
            watermarks.put(name, new OriginalKey(key));
        });
        return watermarks;
    }

    private Settings.Keys keys() {
        KeyRules plain = new KeyRules(
                values.choice(KEYS_ALPHABET, Alphabet.class, Alphabet.SAFE),
                values.integer(KEYS_MAX_SIDE, 1, 16_384),
                Map.of());
        KeyRules rules = values.parsed(
                KEYS_PRESETS,
                values.text(KEYS_PRESETS),
                text -> new KeyRules(plain.alphabet(), plain.maxSide(), KeyTexts.pairs(values.list(KEYS_PRESETS))),
                plain);
        Set<Box> rungs = new LinkedHashSet<>();
        for (String rung : values.list(KEYS_LADDER)) {
            rungs.add(values.parsed(KEYS_LADDER, rung, KeyTexts::box, new Box(1, 1)));
        }
        Signing signing = values.parsed(
                KEYS_SIGNING_SECRETS,
                values.text(KEYS_SIGNING_SECRETS),
                text -> new Signing(values.list(KEYS_SIGNING_SECRETS)),
                Signing.OFF);
        return new Settings.Keys(rules, new Ladder(rungs), signing);
    }

    private Settings.Rates rates() {
        Duration minute = Duration.ofMinutes(1);
        long daily = values.number(RATE_ORIGINAL_DAILY, 1, 1_000_000);
        return new Settings.Rates(
                new Budget(kilopixels(RATE_CLIENT_BURST), kilopixels(RATE_CLIENT_REFILL), minute),
                new Budget(daily, daily, Duration.ofDays(1)),
                new Budget(kilopixels(RATE_SERVICE_BURST), kilopixels(RATE_SERVICE_REFILL), minute),
                values.number(RATE_MAX_IDENTITIES, 1, 10_000_000));
    }

    private Settings.Render render() {
        int threads = values.integer(RENDER_THREADS, 0, 256);
        long maxBytes = mebibytes(RENDER_MAX_MEBIBYTES, 0);
        Isolation isolation = values.choice(RENDER_ISOLATION, Isolation.class, Isolation.WORKERS);
        RenderSettings vips = vips();
        if (vips.drawsSvg() && isolation == Isolation.NONE) {
            values.problem("originals.svg is drawn and render.isolation is none: SVG is drawn in workers only");
        }
        return new Settings.Render(
                values.choice(RENDER_ENGINE, EngineChoice.class, EngineChoice.AUTO),
                given(RENDER_LIBVIPS).map(Path::of),
                isolation,
                vips,
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
                maxBytes > 0 ? OptionalLong.of(maxBytes) : OptionalLong.empty(),
                values.integer(RENDER_MAX_WAITING, 0, 100_000),
                values.seconds(RENDER_PATIENCE),
                values.seconds(RENDER_DEADLINE));
    }

    private RenderSettings vips() {
        return new RenderSettings(
                Map.of(
                        ImageFormat.JPEG, values.integer(RENDITIONS_JPEG_QUALITY, 1, 100),
                        ImageFormat.WEBP, values.integer(RENDITIONS_WEBP_QUALITY, 1, 100),
                        ImageFormat.AVIF, values.integer(RENDITIONS_AVIF_QUALITY, 1, 100)),
                values.choice(RENDITIONS_JPEG_CODING, JpegCoding.class, JpegCoding.PROGRESSIVE),
                values.integer(RENDITIONS_AUTO_SIMILARITY, 500, 999),
                RenderSettings.DEFAULT.maxFrames(),
                RenderSettings.DEFAULT.maxFramesPixels(),
                values.choice(ORIGINALS_SVG, SvgOriginals.class, SvgOriginals.REFUSED) == SvgOriginals.DRAWN);
    }

    private Optional<String> given(Setting setting) {
        return Optional.of(values.text(setting)).filter(text -> !text.isEmpty());
    }

    private Optional<URI> url(Setting setting) {
        URI standIn = URI.create("http://localhost");
        return given(setting).map(text -> values.parsed(setting, text, URI::create, standIn));
    }

    private long mebibytes(Setting setting, int least) {
        return values.number(setting, least, 1 << 20) * MEBIBYTE;
    }

    private long kilopixels(Setting setting) {
        return values.number(setting, 1, 1_000_000_000) * KILOPIXELS_IN_A_MEGAPIXEL;
    }
}
