package latent.config;

import static latent.config.Setting.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.render.header.Limits;
import latent.store.ListPermission;

/** Makes what holds for the two buckets out of texts. */
record BucketsReader(SettingParser values, KeyGrammar grammar) {
    /** An original is held whole, in one array. */
    private static final long MOST_MEBIBYTES_IN_AN_ARRAY = 2047;

    private static final long PIXELS_IN_A_MEGAPIXEL = 1_000_000;

    Settings.Buckets read() {
        if (values.text(ORIGINALS_BUCKET).equals(values.text(RENDITIONS_BUCKET))) {
            values.problem(
                    "originals.bucket and renditions.bucket are the same: the website would show private originals");
        }
        Limits limits = new Limits(
                values.mebibytes(ORIGINALS_MAX_MEBIBYTES, 1, MOST_MEBIBYTES_IN_AN_ARRAY),
                values.number(ORIGINALS_MAX_MEGAPIXELS, 1, 1000) * PIXELS_IN_A_MEGAPIXEL);
        return new Settings.Buckets(
                values.required(ORIGINALS_BUCKET, ValueForms::bucket),
                limits,
                values.mebibytes(ORIGINALS_HELD_MEBIBYTES, 0, 1 << 20),
                values.required(RENDITIONS_BUCKET, ValueForms::bucket),
                values.choice(S3_LIST_PERMISSION, ListPermission.class, ListPermission.GRANTED),
                values.required(RENDITIONS_CACHE_CONTROL, ValueForms::cacheControl),
                values.integer(RENDITIONS_UNUSED_DAYS, 0, 10_000),
                watermarks());
    }

    private Map<String, OriginalKey> watermarks() {
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
}
