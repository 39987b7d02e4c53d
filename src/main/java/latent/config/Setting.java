package latent.config;

import latent.image.ImageFormat;
import latent.key.KeyRules;
import latent.render.header.Limits;

/** Every setting there is: its name, its default, what it means. The table in docs/configuration.md and {@code ./latent config} are made from this list. */
public enum Setting {
    ORIGINALS_BUCKET("originals.bucket", "originals", "private bucket of originals; only read"),
    ORIGINALS_MAX_MEBIBYTES(
            "originals.max-mebibytes", Limits.DEFAULT.maxFileBytes() >> 20, "largest original, as a file"),
    ORIGINALS_MAX_MEGAPIXELS(
            "originals.max-megapixels",
            Limits.DEFAULT.maxPixels() / 1_000_000,
            "largest original, in pixels of one frame"),
    ORIGINALS_HELD_MEBIBYTES(
            "originals.held-mebibytes",
            "32",
            "originals in memory that are not being rendered: they wait for room to be, or for the next request of the same page"),
    ORIGINALS_SVG(
            "originals.svg",
            "refused",
            "`refused`, or `drawn` as pixels, by vips in workers, without scripts, text, and what is not in the file"),
    ORIGINALS_HTTP(
            "originals.http",
            "",
            "originals of other hosts: what their keys begin with and the folder that it stands for, with commas:"
                    + " `shop/=https://shop.example/images/`; no other host is asked; empty means none"),
    ORIGINALS_HTTP_PRIVATE_HOSTS(
            "originals.http-private-hosts",
            "",
            "those of these hosts that may have addresses which are not public, with commas: `images.intranet.example`"),
    ORIGINALS_HTTP_TIMEOUT(
            "originals.http-timeout",
            "15",
            "seconds that one request to such a host may take, from the look-up of its name to the last byte"),
    ORIGINALS_HTTP_CACHE_CONTROL(
            "originals.http-cache-control",
            "public, max-age=86400",
            "`Cache-Control` of renditions of such originals: nobody tells us when one changes"),

    RENDITIONS_BUCKET("renditions.bucket", "renditions", "bucket that the website serves; read and added to"),
    RENDITIONS_CACHE_CONTROL(
            "renditions.cache-control",
            "public, max-age=12312312",
            "`Cache-Control` of every rendition, from us and from S3"),
    RENDITIONS_JPEG_QUALITY(
            "renditions.jpeg-quality",
            ImageFormat.JPEG.defaultQuality(),
            "JPEG quality where the key has none, 1 to 100"),
    RENDITIONS_JPEG_CODING(
            "renditions.jpeg-coding",
            "progressive",
            "`progressive`, or `sequential`: written in less than half the time, files 4 to 5 % larger"),
    RENDITIONS_WEBP_QUALITY(
            "renditions.webp-quality",
            ImageFormat.WEBP.defaultQuality(),
            "the same for WebP, on its encoder's own scale"),
    RENDITIONS_AVIF_QUALITY("renditions.avif-quality", ImageFormat.AVIF.defaultQuality(), "the same for AVIF"),
    RENDITIONS_AUTO_SIMILARITY(
            "renditions.auto-similarity", "960", "structural similarity that `q-auto` reaches, in thousandths"),
    RENDITIONS_WATERMARKS(
            "renditions.watermarks",
            "",
            "watermarks by name, as keys of originals, with commas: `logo=brand/logo.png`"),

    S3_ENDPOINT("s3.endpoint", "", "an S3 server other than AWS, as a URL"),
    S3_REGION("s3.region", "us-east-1", "region of both buckets"),
    S3_ACCESS_KEY("s3.access-key", "", "access key; empty means the machine's own credentials"),
    S3_SECRET_KEY("s3.secret-key", "", "its secret", true),
    S3_LIST_PERMISSION(
            "s3.list-permission",
            "granted",
            "`granted`, or `denied` where the role may not list the buckets; then S3's 403 counts as a missing key"),

    HTTP_HOST("http.host", "0.0.0.0", "address to listen on"),
    HTTP_PORT("http.port", "8081", "port to listen on; 0 takes any"),
    HTTP_ORIGIN_SECRETS(
            "http.origin-secrets",
            "",
            "accepted values of `X-Origin-Verify`, with commas; with any, only CloudFront may ask, and the viewer's address is taken from its header",
            true),

    HTTP_MAX_CONNECTIONS(
            "http.max-connections",
            "2048",
            "connections at one time; beyond it the one that has waited longest for a request is closed"),
    HTTP_REQUEST_DEADLINE(
            "http.request-deadline", "10", "seconds that the header of a request, 16 KiB at most, may take to arrive"),
    HTTP_MIN_RATE(
            "http.min-rate", "8192", "bytes a second that a reader must take on average, after 20 seconds of grace"),
    HTTP_HELP(
            "http.help",
            "",
            "page that the `Link` of refusals leads to, as a URL; empty means the processor's own `/-/help`, which a distribution keeps from"
                    + " visitors"),

    LOG_FORMAT("log.format", "text", "`text`, or `json`: each line of the log is an object"),

    KEYS_ALPHABET(
            "keys.alphabet",
            "safe",
            "`safe`, or `unicode` where originals have spaces, signs, emoji or other scripts in their names"),
    KEYS_MAX_SIDE("keys.max-side", KeyRules.DEFAULT_MAX_SIDE, "longest side of a rendition, in device pixels"),
    KEYS_PRESETS("keys.presets", "", "named transformations, with commas: `card=600x400_fill_q-75,hero=1280x0`"),
    KEYS_LADDER("keys.ladder", "", "the only sizes made, with commas: `320x0,600x400`; empty means any"),
    KEYS_SIGNING_SECRETS(
            "keys.signing-secrets",
            "",
            "secrets by which keys are signed: one, or with a comma two while they are rotated; the first signs, either is accepted; empty means"
                    + " that keys are not signed",
            true),

    FALLBACK_PICTURE(
            "fallback.picture",
            "",
            "small picture in place of the sentence where an original is missing or cannot be shown: `builtin`, or the key of an original, read"
                    + " once at the start; empty means the sentence"),
    FALLBACK_STATUS(
            "fallback.status", "refusal", "status of such a picture: `refusal` for that of the refusal, or `200`"),

    RATE_CLIENT_BURST("rate.client-burst", "8000", "megapixels that one client may have made at once"),
    RATE_CLIENT_REFILL("rate.client-refill", "2000", "megapixels that come back to a client in a minute"),
    RATE_ORIGINAL_DAILY("rate.original-daily", "500", "new renditions of one original in a day"),
    RATE_SERVICE_BURST("rate.service-burst", "60000", "megapixels that all clients together may have made at once"),
    RATE_SERVICE_REFILL("rate.service-refill", "15000", "megapixels that come back to all together in a minute"),
    RATE_MAX_IDENTITIES(
            "rate.max-identities",
            "100000",
            "clients, and originals, with a budget of their own at one time; further ones share many, a few to each"),

    RENDER_ENGINE("render.engine", "auto", "`vips`, `imgscalr`, or `auto` for the fastest that is there"),
    RENDER_LIBVIPS(
            "render.libvips",
            "",
            "the libvips to load; empty looks in `node_modules` beside the program, then in the system"),
    RENDER_LIBHEIF(
            "render.libheif",
            "",
            "the libheif, with libde265, that decodes HEIC; empty looks in the system, and where there is none HEIC is refused"),
    RENDER_ISOLATION(
            "render.isolation",
            "workers",
            "`workers`, or `none` to have libvips in the processor, where a bad file can kill it, and a render that is past its"
                    + " deadline by the clock is refused but goes on, unseen"),
    RENDER_THREADS("render.threads", "0", "renders at one time; 0 means one for each processor"),
    RENDER_MAX_MEBIBYTES(
            "render.max-mebibytes", "0", "memory for renders at one time; 0 means half of what the engine can get"),
    RENDER_MAX_WAITING("render.max-waiting", "512", "requests that may wait for room to render"),
    RENDER_PATIENCE("render.patience", "15", "seconds that one of them may wait, for a thread and memory together"),
    RENDER_DEADLINE(
            "render.deadline",
            "12",
            "seconds of processor time that a render may take; three times as many by the clock end it too: that and the wait"
                    + " before it fit into the 60 seconds that CloudFront waits"),
    RENDER_MAX_COST(
            "render.max-cost",
            "0",
            "seconds of CPU time that a render may be expected to take; a key that asks for more is refused at once; 0 means half of"
                    + " `render.deadline`"),

    WRITE_BACK_WHEN(
            "write-back.when",
            "after-answer",
            "`after-answer`, or `before-answer` where the process is stopped once it has answered, as by AWS Lambda; a rendition that"
                    + " cannot be stored is answered all the same"),
    WRITE_BACK_MAX_MEBIBYTES("write-back.max-mebibytes", "64", "renditions that may wait to be stored"),
    WRITE_BACK_DRAIN(
            "write-back.drain",
            "10",
            "seconds to go on storing when stopped, and the longest that an answer waits for it"),

    WARM_SOURCE(
            "warm.source",
            "queue",
            "`queue`, which `./latent warm` reads, or `lambda`, where AWS Lambda reads it and posts its events to `/events` at `http.port`"),
    WARM_QUEUE("warm.queue", "", "queue of S3's messages about changed originals, as a URL; `./latent warm` reads it"),
    PURGE_DISTRIBUTIONS(
            "purge.distributions",
            "",
            "CloudFront distributions in which the renditions of a changed original are invalidated: ids, with commas"),
    PURGE_BY(
            "purge.by",
            "path",
            "by what renditions are invalidated there: `path`, a wildcard, or `tag` where all of these distributions have a `CacheTagConfig`"),
    ADMIN_TOKENS(
            "admin.tokens",
            "",
            "secrets that `POST /-/purge` asks for as `Authorization: Bearer`, with commas; empty means that there is no such page",
            true),

    PLAN_PRICES(
            "plan.prices",
            "get=0.0004,put=0.005,core-hour=0.05,gigabyte-month=0.023",
            "what an estimate of `./latent plan` counts with: 1,000 GET or HEAD, 1,000 PUT or LIST, a core for an hour, 10⁹ bytes for"
                    + " a month; the default is about what us-east-1 costs in dollars");

    private final String settingName;
    private final String defaultValue;
    private final String meaning;
    private final boolean secret;

    Setting(String settingName, long defaultValue, String meaning) {
        this(settingName, Long.toString(defaultValue), meaning);
    }

    Setting(String settingName, String defaultValue, String meaning) {
        this(settingName, defaultValue, meaning, false);
    }

    Setting(String settingName, String defaultValue, String meaning, boolean secret) {
        this.settingName = settingName;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
        this.secret = secret;
    }

    /** The name in files and flags, {@code keys.max-side}. */
    public String settingName() {
        return settingName;
    }

    public String defaultValue() {
        return defaultValue;
    }

    /** One line for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether its value must never be printed. */
    public boolean secret() {
        return secret;
    }
}
