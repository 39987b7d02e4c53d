package latent.config;

import static latent.config.Setting.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.lazy.WriteBackTiming;
import latent.render.header.Limits;
import latent.store.ListPermission;
import latent.store.MezzaninePlace;

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
                watermarks(),
                mezzanines());
    }

    private Optional<MezzaninePlace> mezzanines() {
        String bucket = values.text(MEZZANINE_BUCKET);
        String prefix = values.text(MEZZANINE_PREFIX);
        if (bucket.isEmpty()) {
            if (!prefix.isEmpty()) {
                values.problem("mezzanine.prefix is set and mezzanine.bucket is not: there are no mezzanines");
            }
            return Optional.empty();
        }
        if (bucket.equals(values.text(RENDITIONS_BUCKET))) {
            values.problem(
                    "mezzanine.bucket and renditions.bucket are the same: the website would show mezzanines to everybody");
        }
        if (bucket.equals(values.text(ORIGINALS_BUCKET)) && prefix.isEmpty()) {
            values.problem(
                    "mezzanine.prefix is empty: in the bucket of originals mezzanines need a folder of their own,"
                            + " like mezzanine/, so that the right to write can end there");
        }
        if (values.choice(WRITE_BACK_WHEN, WriteBackTiming.class, WriteBackTiming.AFTER_ANSWER)
                == WriteBackTiming.BEFORE_ANSWER) {
            values.problem("mezzanine.bucket is set and write-back.when is before-answer: mezzanines are made after the"
                    + " answer, when such a process does not run");
        }
        return Optional.of(new MezzaninePlace(
                values.parsed(MEZZANINE_BUCKET, bucket, ValueForms::bucket, bucket),
                values.parsed(MEZZANINE_PREFIX, prefix, ValueForms::folder, prefix)));
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
