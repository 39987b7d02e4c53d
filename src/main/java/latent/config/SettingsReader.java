package latent.config;

import static latent.config.Setting.*;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latent.http.AdminTokens;
import latent.http.ConnectionLimits;
import latent.http.FallbackStatus;
import latent.http.HelpLink;
import latent.http.OriginVerification;
import latent.http.ProcessorServer.Listen;
import latent.http.ProcessorServer.Reporting;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Ladder;
import latent.key.OriginalKey;
import latent.key.RequestedSize;
import latent.key.Signing;
import latent.lazy.FallbackPicture;
import latent.lazy.WriteBackSettings;
import latent.lazy.WriteBackTiming;
import latent.logging.LogFormat;
import latent.plan.Prices;
import latent.purge.InvalidateBy;
import latent.render.header.Limits;
import latent.store.ListPermission;
import latent.store.S3Access;
import latent.warm.ChangeSource;

/** Makes the one typed value out of texts, group by group. Used once. */
final class SettingsReader {
    private static final long MEBIBYTE = 1 << 20;

    /** An original is held whole. */
    private static final long MOST_MEBIBYTES_IN_AN_ARRAY = 2047;

    private static final long PIXELS_IN_A_MEGAPIXEL = 1_000_000;

    private final SettingParser values;

    SettingsReader(Map<Setting, SettingValue> given, List<String> problems) {
        this.values = new SettingParser(given, problems);
    }

    Settings read() {
        Settings.Keys keys = keys();
        S3Access s3 = s3();
        Settings.Buckets buckets = buckets(keys.grammar());
        Settings settings = new Settings(
                s3,
                buckets,
                new SourcesReader(values, keys.grammar(), buckets.limits().maxFileBytes()).read(),
                listen(),
                new OriginVerification(values.list(HTTP_ORIGIN_SECRETS, ValueForms::headerValue)),
                new AdminTokens(values.list(ADMIN_TOKENS, ValueForms::adminToken)),
                reporting(),
                keys,
                fallback(keys.grammar()),
                new RatesReader(values).read(),
                new RenderReader(values).read(),
                new WriteBackSettings(
                        values.choice(WRITE_BACK_WHEN, WriteBackTiming.class, WriteBackTiming.AFTER_ANSWER),
                        mebibytes(WRITE_BACK_MAX_MEBIBYTES, 1),
                        values.seconds(WRITE_BACK_DRAIN)),
                new Settings.Changes(
                        values.choice(WARM_SOURCE, ChangeSource.class, ChangeSource.QUEUE),
                        url(WARM_QUEUE),
                        values.list(PURGE_DISTRIBUTIONS, ValueForms::distribution),
                        values.choice(PURGE_BY, InvalidateBy.class, InvalidateBy.PATH)),
                prices());
        if (!values.problems().isEmpty()) {
            throw new ConfigurationException(values.problems());
        }
        return settings;
    }

    private Prices prices() {
        return values.parsed(
                PLAN_PRICES,
                values.text(PLAN_PRICES),
                text -> Prices.parse(values.list(PLAN_PRICES)),
                new Prices(0, 0, 0, 0));
    }

    private S3Access s3() {
        Optional<S3Access.Credentials> credentials =
                given(S3_ACCESS_KEY).map(key -> new S3Access.Credentials(key, values.required(S3_SECRET_KEY)));
        if (credentials.isEmpty() && given(S3_SECRET_KEY).isPresent()) {
            values.problem("s3.access-key is empty and s3.secret-key is not");
        }
        boolean atAws = given(S3_ENDPOINT).isEmpty();
        String region = values.required(S3_REGION, name -> ValueForms.region(name, atAws));
        return new S3Access(url(S3_ENDPOINT), region, credentials);
    }

    private Listen listen() {
        return new Listen(
                values.required(HTTP_HOST, ValueForms::host),
                values.integer(HTTP_PORT, 0, 65_535),
                new ConnectionLimits(
                        values.integer(HTTP_MAX_CONNECTIONS, 1, 1_000_000),
                        values.seconds(HTTP_REQUEST_DEADLINE),
                        values.number(HTTP_MIN_RATE, 1, 1 << 30),
                        ConnectionLimits.DEFAULT_GRACE));
    }

    private Reporting reporting() {
        return new Reporting(
                values.choice(LOG_FORMAT, LogFormat.class, LogFormat.TEXT),
                url(HTTP_HELP).map(page -> new HelpLink(page.toString())).orElse(HelpLink.OWN));
    }

    private Settings.Buckets buckets(KeyGrammar grammar) {
        if (values.text(ORIGINALS_BUCKET).equals(values.text(RENDITIONS_BUCKET))) {
            values.problem(
                    "originals.bucket and renditions.bucket are the same: the website would show private originals");
        }
        Limits limits = new Limits(
                values.number(ORIGINALS_MAX_MEBIBYTES, 1, MOST_MEBIBYTES_IN_AN_ARRAY) * MEBIBYTE,
                values.number(ORIGINALS_MAX_MEGAPIXELS, 1, 1000) * PIXELS_IN_A_MEGAPIXEL);
        return new Settings.Buckets(
                values.required(ORIGINALS_BUCKET, ValueForms::bucket),
                limits,
                mebibytes(ORIGINALS_HELD_MEBIBYTES, 0),
                values.required(RENDITIONS_BUCKET, ValueForms::bucket),
                values.choice(S3_LIST_PERMISSION, ListPermission.class, ListPermission.GRANTED),
                values.required(RENDITIONS_CACHE_CONTROL, ValueForms::cacheControl),
                watermarks(grammar));
    }

    private Map<String, OriginalKey> watermarks(KeyGrammar grammar) {
        Map<String, OriginalKey> watermarks = new LinkedHashMap<>();
        Map<String, String> pairs = values.parsed(
                RENDITIONS_WATERMARKS,
                values.text(RENDITIONS_WATERMARKS),
                text -> KeyTexts.pairs(values.list(RENDITIONS_WATERMARKS)),
                Map.of());
        pairs.forEach((name, key) -> {
            Optional<OriginalKey> original = key.isEmpty() ? Optional.empty() : grammar.original(key);
            if (name.isEmpty() || original.isEmpty()) {
                values.problem("renditions.watermarks does not look like logo=brand/logo.png");
            } else {
                values.parsed(RENDITIONS_WATERMARKS, name, ValueForms::optionName, name);
            }
            original.ifPresent(found -> watermarks.put(name, found));
        });
        return watermarks;
    }

    private Settings.Fallback fallback(KeyGrammar grammar) {
        FallbackPicture builtIn = new FallbackPicture.BuiltIn();
        return new Settings.Fallback(
                given(FALLBACK_PICTURE)
                        .map(text -> text.equals("builtin")
                                ? builtIn
                                : values.parsed(FALLBACK_PICTURE, text, key -> ownPicture(grammar, key), builtIn)),
                values.parsed(
                        FALLBACK_STATUS,
                        values.text(FALLBACK_STATUS),
                        ValueForms::fallbackStatus,
                        FallbackStatus.REFUSAL));
    }

    private static FallbackPicture ownPicture(KeyGrammar grammar, String key) {
        return grammar.original(key)
                .map(FallbackPicture.OfOriginal::new)
                .orElseThrow(() -> new IllegalArgumentException(
                        "it is neither builtin nor the key of an original like brand/missing.png"));
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
        Set<RequestedSize> rungs = new LinkedHashSet<>();
        for (String rung : values.list(KEYS_LADDER)) {
            RequestedSize box = values.parsed(KEYS_LADDER, rung, KeyTexts::box, new RequestedSize(1, 1));
            if (Math.max(box.width(), box.height()) > plain.maxSide()) {
                values.problem("keys.ladder has " + rung + ", which keys.max-side=" + plain.maxSide() + " refuses");
            }
            rungs.add(box);
        }
        Signing signing = values.parsed(
                KEYS_SIGNING_SECRETS,
                values.text(KEYS_SIGNING_SECRETS),
                text -> new Signing(values.list(KEYS_SIGNING_SECRETS)),
                Signing.OFF);
        return new Settings.Keys(rules, new Ladder(rungs), signing);
    }

    private Optional<String> given(Setting setting) {
        return Optional.of(values.text(setting)).filter(text -> !text.isEmpty());
    }

    private Optional<URI> url(Setting setting) {
        URI standIn = URI.create("http://localhost");
        return given(setting).map(text -> values.parsed(setting, text, ValueForms::url, standIn));
    }

    private long mebibytes(Setting setting, int least) {
        return values.number(setting, least, 1 << 20) * MEBIBYTE;
    }
}
