package latent.config;

import static latent.config.Setting.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.http.AdminTokens;
import latent.http.ConnectionLimits;
import latent.http.FallbackStatus;
import latent.http.HelpLink;
import latent.http.OriginVerification;
import latent.http.ProcessorServer.Listen;
import latent.http.ProcessorServer.Reporting;
import latent.key.KeyGrammar;
import latent.lazy.FallbackPicture;
import latent.lazy.WriteBackSettings;
import latent.lazy.WriteBackTiming;
import latent.logging.LogFormat;
import latent.plan.Prices;
import latent.purge.InvalidateBy;
import latent.store.S3Access;
import latent.warm.ChangeSource;

/** Makes the one typed value out of texts, group by group. Used once. */
final class SettingsReader {
    private final SettingParser values;

    SettingsReader(Map<Setting, SettingValue> given, List<String> problems) {
        this.values = new SettingParser(given, problems);
    }

    Settings read() {
        Settings.Keys keys = new KeysReader(values).read();
        Settings.Buckets buckets = new BucketsReader(values, keys.grammar()).read();
        Settings settings = new Settings(
                s3(),
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
                        values.mebibytes(WRITE_BACK_MAX_MEBIBYTES, 1, 1 << 20),
                        values.seconds(WRITE_BACK_DRAIN)),
                new Settings.Changes(
                        values.choice(WARM_SOURCE, ChangeSource.class, ChangeSource.QUEUE),
                        values.url(WARM_QUEUE),
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
                values.given(S3_ACCESS_KEY).map(key -> new S3Access.Credentials(key, values.required(S3_SECRET_KEY)));
        if (credentials.isEmpty() && values.given(S3_SECRET_KEY).isPresent()) {
            values.problem("s3.access-key is empty and s3.secret-key is not");
        }
        boolean atAws = values.given(S3_ENDPOINT).isEmpty();
        String region = values.required(S3_REGION, name -> ValueForms.region(name, atAws));
        return new S3Access(values.url(S3_ENDPOINT), region, credentials);
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
                values.url(HTTP_HELP).map(page -> new HelpLink(page.toString())).orElse(HelpLink.OWN));
    }

    private Settings.Fallback fallback(KeyGrammar grammar) {
        FallbackPicture builtIn = new FallbackPicture.BuiltIn();
        return new Settings.Fallback(
                values.given(FALLBACK_PICTURE)
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
}
