package latent.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import latent.key.OriginalKey;
import latent.plan.WantedRenditions;
import latent.spark.Columns.Kind;
import latent.store.http.HttpSources;
import org.apache.spark.sql.Row;

/**
 * Compares the stored renditions of each original with the wanted ones. It takes objects sorted by original, the original itself first, and holds
 * only the wanted keys of one original in memory.
 */
final class Reconciliation implements Iterator<Row> {
    private final Iterator<Row> objects;
    private final WantedRenditions wanted;
    private final boolean complete;
    private final HttpSources hosts;
    private Optional<Row> ahead = Optional.empty();
    private Optional<Row> finding = Optional.empty();
    private String absent = "";

    /**
     * A reconciliation of some originals.
     *
     * @param objects  sorted by original and kind
     * @param complete whether an original that is not among them is not there
     * @param hosts    that have originals of their own; what a bucket has under such a key nobody reads
     */
    Reconciliation(Iterator<Row> objects, WantedRenditions wanted, boolean complete, HttpSources hosts) {
        this.objects = objects;
        this.wanted = wanted;
        this.complete = complete;
        this.hosts = hosts;
    }

    @Override
    public boolean hasNext() {
        while (finding.isEmpty()) {
            Optional<Row> object = take();
            if (object.isEmpty()) {
                return false;
            }
            finding = found(object.get());
        }
        return true;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row next = finding.orElseThrow();
        finding = Optional.empty();
        return next;
    }

    private Optional<Row> found(Row object) {
        return hosts.have(new OriginalKey(original(object))) ? Optional.of(ofOtherHost(object)) : ofBucket(object);
    }

    private static Row ofOtherHost(Row object) {
        return switch (kind(object)) {
            case ORIGINAL, ABSENT, OTHER_FILE -> OriginalComparison.of(object, Kind.OTHER_FILE);
            case RENDITION, ORPHAN, OF_OTHER_HOST -> OriginalComparison.of(object, Kind.OF_OTHER_HOST);
            case OTHER_OBJECT -> OriginalComparison.of(object, Kind.OTHER_OBJECT);
        };
    }

    private Optional<Row> ofBucket(Row object) {
        return switch (kind(object)) {
            case ORIGINAL -> Optional.of(reconciled(object));
            case ABSENT -> {
                absent = original(object);
                yield Optional.of(OriginalComparison.of(object, Kind.ABSENT));
            }
            case OTHER_FILE -> Optional.of(OriginalComparison.of(object, Kind.OTHER_FILE));
            case OTHER_OBJECT -> Optional.of(OriginalComparison.of(object, Kind.OTHER_OBJECT));
            case RENDITION, ORPHAN, OF_OTHER_HOST ->
                complete || absent.equals(original(object))
                        ? Optional.of(OriginalComparison.of(object, Kind.ORPHAN))
                        : Optional.empty();
        };
    }

    private Row reconciled(Row original) {
        OriginalComparison its = new OriginalComparison(original, wanted);
        Optional<Row> next = take();
        while (next.filter(object ->
                        kind(object) == Kind.RENDITION && original(object).equals(original(original)))
                .isPresent()) {
            its.add(next.get());
            next = take();
        }
        ahead = next;
        return its.row();
    }

    private Optional<Row> take() {
        if (ahead.isPresent()) {
            Optional<Row> taken = ahead;
            ahead = Optional.empty();
            return taken;
        }
        return objects.hasNext() ? Optional.of(objects.next()) : Optional.empty();
    }

    private static Kind kind(Row object) {
        return Kind.of(object.getInt(Columns.KIND));
    }

    private static String original(Row object) {
        return object.getString(Columns.ORIGINAL);
    }
}
