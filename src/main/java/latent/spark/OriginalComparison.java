package latent.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.key.RequestedSize;
import latent.plan.WantedRenditions;
import latent.spark.Columns.Kind;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Compares the stored renditions of one original with the wanted ones. */
final class OriginalComparison {
    private final Row original;
    private final Map<String, RenditionKey> missing = new LinkedHashMap<>();
    private final List<RenditionKey> staleAndWanted = new ArrayList<>();
    private final long wanted;
    private long present;
    private long stale;
    private long unplanned;

    OriginalComparison(Row original, WantedRenditions wanted) {
        this.original = original;
        wanted.of(new OriginalKey(original.getString(Columns.BY_KEY))).forEach(key -> missing.put(key.value(), key));
        this.wanted = missing.size();
    }

    /**
     * A rendition is there. It is stale when it was made from another version than there is, where that is known, and else when it is older than its
     * original. One of the same moment is not, since S3 tells time in seconds and a rendition is made after its original.
     */
    void add(Row rendition) {
        boolean old = rendition.isNullAt(Columns.BY_VERSION)
                ? rendition.getLong(Columns.BY_MODIFIED) < original.getLong(Columns.BY_MODIFIED)
                : !rendition.getString(Columns.BY_VERSION).equals(original.getString(Columns.BY_VERSION));
        RenditionKey key = missing.remove(rendition.getString(Columns.BY_KEY));
        if (old) {
            stale++;
        }
        if (key == null) {
            unplanned++;
        } else if (old) {
            staleAndWanted.add(key);
        } else {
            present++;
        }
    }

    Row row() {
        List<RenditionKey> toMake = Stream.concat(missing.values().stream(), staleAndWanted.stream())
                .toList();
        return RowFactory.create(
                original.getString(Columns.BY_KEY),
                original.getString(Columns.BY_VERSION),
                original.getLong(Columns.BY_BYTES),
                Kind.ORIGINAL.code(),
                toMake.stream().map(RenditionKey::value).toArray(String[]::new),
                wanted,
                present,
                (long) missing.size(),
                stale,
                unplanned,
                toMake.stream().mapToLong(OriginalComparison::pixels).sum());
    }

    /** Of the box of a rendition, with a side that is left free as in a photograph of 3 to 2. */
    static long pixels(RenditionKey key) {
        RequestedSize box = key.transformation().deviceBox();
        long width = box.width() > 0 ? box.width() : box.height() * 3L / 2;
        long height = box.height() > 0 ? box.height() : box.width() * 2L / 3;
        return width * height;
    }

    /** An object by itself. */
    static Row of(Row object, Kind kind) {
        return RowFactory.create(
                object.getString(Columns.ORIGINAL),
                object.get(Columns.BY_VERSION),
                object.getLong(Columns.BY_BYTES),
                kind.code(),
                new String[] {object.getString(Columns.BY_KEY)},
                0L,
                0L,
                0L,
                0L,
                0L,
                0L);
    }
}
