package latent.spark;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import latent.audit.ExpiryRequest.Keeps;
import latent.audit.LoggedPath;
import latent.key.KeyGrammar;
import latent.refusal.Refusal;
import latent.spark.Columns.Kind;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Tables of what was requested and of what is stored, joined by name: the key of a rendition, or that of an original. */
final class ExpiryColumns {
    static final String YOUNG = "young";
    static final String ASKED = "asked";
    static final String UNUSED = "unused";

    static final StructType ASKED_FOR = new StructType().add("name", DataTypes.StringType, false);

    static final StructType EXISTING = new StructType()
            .add("original", DataTypes.StringType, false)
            .add("key", DataTypes.StringType, false)
            .add("bytes", DataTypes.LongType, false)
            .add("modified", DataTypes.LongType, false)
            .add("originalBytes", DataTypes.LongType, false)
            .add("askedAs", DataTypes.StringType, false);

    static final StructType OUTCOMES = new StructType()
            .add("key", DataTypes.StringType, false)
            .add("outcome", DataTypes.StringType, false)
            .add("detail", DataTypes.StringType, false);

    private ExpiryColumns() {}

    static Column use(Column modified, Instant since, Column asked) {
        return when(modified.geq(since.toEpochMilli()), lit(YOUNG))
                .when(asked.isNotNull(), lit(ASKED))
                .otherwise(lit(UNUSED));
    }

    static Iterator<Row> asked(KeyGrammar grammar, Keeps keeps, Iterator<Row> paths) {
        return stream(paths)
                .flatMap(row -> LoggedPath.keys(row.getString(0)).stream())
                .flatMap(key -> switch (keeps) {
                    case RENDITION -> Stream.of(key);
                    case ORIGINAL -> original(grammar, key).stream();
                })
                .map(name -> RowFactory.create(name))
                .iterator();
    }

    private static Optional<String> original(KeyGrammar grammar, String key) {
        try {
            return Optional.of(grammar.parse(key).original().value());
        } catch (Refusal noKey) {
            return Optional.empty();
        }
    }

    /** The renditions whose original is there. */
    static Iterator<Row> existing(Keeps keeps, Iterator<Row> objects) {
        Function<Row, Stream<Row>> pairing = new Pairing(keeps);
        return stream(objects).flatMap(pairing).iterator();
    }

    private static Stream<Row> stream(Iterator<Row> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false);
    }

    private static final class Pairing implements Function<Row, Stream<Row>> {
        private final Keeps keeps;
        private Optional<Row> original = Optional.empty();

        Pairing(Keeps keeps) {
            this.keeps = keeps;
        }

        @Override
        public Stream<Row> apply(Row object) {
            String name = object.getString(Columns.ORIGINAL);
            int kind = object.getInt(Columns.KIND);
            if (kind == Kind.ORIGINAL.code()) {
                original = Optional.of(object);
            }
            if (kind != Kind.RENDITION.code()
                    || original.filter(row -> row.getString(Columns.ORIGINAL).equals(name))
                            .isEmpty()) {
                return Stream.empty();
            }
            String key = object.getString(Columns.BY_KEY);
            return Stream.of(RowFactory.create(
                    name,
                    key,
                    object.getLong(Columns.BY_BYTES),
                    object.getLong(Columns.BY_MODIFIED),
                    original.orElseThrow().getLong(Columns.BY_BYTES),
                    keeps == Keeps.ORIGINAL ? name : key));
        }
    }
}
