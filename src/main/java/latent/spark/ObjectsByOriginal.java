package latent.spark;

import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.plan.PlanRequest;
import latent.refusal.Refusal;
import latent.spark.Columns.Kind;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Finds the original of each object, by the grammar of keys. Objects that the plan does not cover are left out. */
final class ObjectsByOriginal {
    /** No original's key begins so: what belongs to none is spread over all tasks under its own name. */
    private static final String NOBODYS = "/";

    private final KeyGrammar grammar;
    private final PlanRequest request;

    ObjectsByOriginal(KeyGrammar grammar, PlanRequest request) {
        this.grammar = grammar;
        this.request = request;
    }

    Iterator<Row> originals(Iterator<Row> objects) {
        return each(objects, this::original);
    }

    Iterator<Row> renditions(Iterator<Row> objects) {
        return each(objects, this::rendition);
    }

    private static Iterator<Row> each(Iterator<Row> objects, Function<Row, Stream<Row>> belonging) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(objects, 0), false)
                .flatMap(belonging)
                .iterator();
    }

    private Stream<Row> original(Row object) {
        String key = object.getString(Columns.KEY);
        Kind kind = object.isNullAt(Columns.OBJECT_VERSION) ? Kind.ABSENT : Kind.ORIGINAL;
        return grammar.original(key)
                .map(original -> covered(original, kind, object))
                .orElseGet(() -> nobodys(Kind.OTHER_FILE, object));
    }

    private Stream<Row> rendition(Row object) {
        return parsed(object.getString(Columns.KEY))
                .map(original -> covered(original, Kind.RENDITION, object))
                .orElseGet(() -> nobodys(Kind.OTHER_OBJECT, object));
    }

    private Optional<OriginalKey> parsed(String key) {
        try {
            return Optional.of(grammar.parse(key).original());
        } catch (Refusal noKey) {
            return Optional.empty();
        }
    }

    private Stream<Row> covered(OriginalKey original, Kind kind, Row object) {
        return request.covers(original.value()) ? Stream.of(row(original.value(), kind, object)) : Stream.of();
    }

    private Stream<Row> nobodys(Kind kind, Row object) {
        String key = object.getString(Columns.KEY);
        return key.startsWith(request.prefix()) ? Stream.of(row(NOBODYS + key, kind, object)) : Stream.of();
    }

    private static Row row(String original, Kind kind, Row object) {
        return RowFactory.create(
                original,
                kind.code(),
                object.getString(Columns.KEY),
                object.get(kind == Kind.RENDITION ? Columns.OBJECT_SOURCE : Columns.OBJECT_VERSION),
                object.getLong(Columns.OBJECT_BYTES),
                object.getLong(Columns.OBJECT_MODIFIED));
    }
}
