package latent.config;

import latent.image.ImageFormat;
import latent.key.KeyRules;
import latent.render.header.Limits;

/** Every setting there is: its name and its default. What each means, and which values it takes, says the table in docs/configuration.md. */
public enum Setting {
    ORIGINALS_BUCKET("originals.bucket", "originals"),
    ORIGINALS_MAX_MEBIBYTES("originals.max-mebibytes", Limits.DEFAULT.maxFileBytes() >> 20),
    ORIGINALS_MAX_MEGAPIXELS("originals.max-megapixels", Limits.DEFAULT.maxPixels() / 1_000_000),
    ORIGINALS_HELD_MEBIBYTES("originals.held-mebibytes", "64"),
    ORIGINALS_SVG("originals.svg", "refused"),
    ORIGINALS_HTTP("originals.http", ""),
    ORIGINALS_HTTP_PRIVATE_HOSTS("originals.http-private-hosts", ""),
    ORIGINALS_HTTP_TIMEOUT("originals.http-timeout", "15"),
    ORIGINALS_HTTP_CACHE_CONTROL("originals.http-cache-control", "public, max-age=86400"),

    RENDITIONS_BUCKET("renditions.bucket", "renditions"),
    RENDITIONS_CACHE_CONTROL("renditions.cache-control", "public, max-age=12312312"),
    RENDITIONS_UNUSED_DAYS("renditions.unused-days", "0"),
    RENDITIONS_JPEG_QUALITY("renditions.jpeg-quality", ImageFormat.JPEG.defaultQuality()),
    RENDITIONS_JPEG_CODING("renditions.jpeg-coding", "progressive"),
    RENDITIONS_WEBP_QUALITY("renditions.webp-quality", ImageFormat.WEBP.defaultQuality()),
    RENDITIONS_AVIF_QUALITY("renditions.avif-quality", ImageFormat.AVIF.defaultQuality()),
    RENDITIONS_AUTO_SIMILARITY("renditions.auto-similarity", "960"),
    RENDITIONS_WATERMARKS("renditions.watermarks", ""),

    MEZZANINE_BUCKET("mezzanine.bucket", ""),
    MEZZANINE_PREFIX("mezzanine.prefix", ""),

    S3_ENDPOINT("s3.endpoint", ""),
    S3_REGION("s3.region", "us-east-1"),
    S3_ACCESS_KEY("s3.access-key", ""),
    S3_SECRET_KEY("s3.secret-key", "", true),
    S3_LIST_PERMISSION("s3.list-permission", "granted"),

    HTTP_HOST("http.host", "0.0.0.0"),
    HTTP_PORT("http.port", "8081"),
    HTTP_ORIGIN_SECRETS("http.origin-secrets", "", true),

    HTTP_MAX_CONNECTIONS("http.max-connections", "2048"),
    HTTP_REQUEST_DEADLINE("http.request-deadline", "10"),
    HTTP_MIN_RATE("http.min-rate", "8192"),
    HTTP_HELP("http.help", ""),

    LOG_FORMAT("log.format", "text"),

    KEYS_ALPHABET("keys.alphabet", "safe"),
    KEYS_MAX_SIDE("keys.max-side", KeyRules.DEFAULT_MAX_SIDE),
    KEYS_PRESETS("keys.presets", ""),
    KEYS_LADDER("keys.ladder", ""),
    KEYS_SIGNING_SECRETS("keys.signing-secrets", "", true),

    FALLBACK_PICTURE("fallback.picture", ""),
    FALLBACK_STATUS("fallback.status", "refusal"),

    RATE_CLIENT_BURST("rate.client-burst", "8000"),
    RATE_CLIENT_REFILL("rate.client-refill", "2000"),
    RATE_ORIGINAL_DAILY("rate.original-daily", "500"),
    RATE_SERVICE_BURST("rate.service-burst", "60000"),
    RATE_SERVICE_REFILL("rate.service-refill", "15000"),
    RATE_MAX_IDENTITIES("rate.max-identities", "100000"),

    RENDER_ENGINE("render.engine", "auto"),
    RENDER_LIBVIPS("render.libvips", ""),
    RENDER_LIBHEIF("render.libheif", ""),
    RENDER_ISOLATION("render.isolation", "workers"),
    RENDER_THREADS("render.threads", "0"),
    RENDER_MAX_MEBIBYTES("render.max-mebibytes", "0"),
    RENDER_MAX_WAITING("render.max-waiting", "512"),
    RENDER_PATIENCE("render.patience", "15"),
    RENDER_DEADLINE("render.deadline", "12"),
    RENDER_MAX_COST("render.max-cost", "0"),

    WRITE_BACK_WHEN("write-back.when", "after-answer"),
    WRITE_BACK_MAX_MEBIBYTES("write-back.max-mebibytes", "64"),
    WRITE_BACK_DRAIN("write-back.drain", "10"),

    WARM_SOURCE("warm.source", "queue"),
    WARM_QUEUE("warm.queue", ""),
    PURGE_DISTRIBUTIONS("purge.distributions", ""),
    PURGE_BY("purge.by", "path"),
    ADMIN_TOKENS("admin.tokens", "", true),

    PLAN_PRICES("plan.prices", "get=0.0004,put=0.005,core-hour=0.05,gigabyte-month=0.023");

    private final String settingName;
    private final String defaultValue;
    private final boolean secret;

    Setting(String settingName, long defaultValue) {
        this(settingName, Long.toString(defaultValue));
    }

    Setting(String settingName, String defaultValue) {
        this(settingName, defaultValue, false);
    }

    Setting(String settingName, String defaultValue, boolean secret) {
        this.settingName = settingName;
        this.defaultValue = defaultValue;
        this.secret = secret;
    }

    /** The name in files and flags, {@code keys.max-side}. */
    public String settingName() {
        return settingName;
    }

    public String defaultValue() {
        return defaultValue;
    }

    /** Whether its value must never be printed. */
    public boolean secret() {
        return secret;
    }
}
