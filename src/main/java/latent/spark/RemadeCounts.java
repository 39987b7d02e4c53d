package latent.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import latent.key.KeyGrammar;
import latent.plan.PlanCounts;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Counts what making renditions again takes, as a plan does. */
final class RemadeCounts {
    private RemadeCounts() {}

    /** @param families as the shards of a plan have them */
    static PlanCounts of(Dataset<Row> families, JobSettings settings) {
        long pixels = families.mapPartitions(
                        (MapPartitionsFunction<Row, Long>) rows -> pixels(settings, rows), Encoders.LONG())
                .agg(coalesce(sum("value"), lit(0L)))
                .head()
                .getLong(0);
        Column keys = size(col("keys"));
        Row sums = families.agg(
                        count(lit(1)),
                        coalesce(sum(keys.cast("long")), lit(0L)),
                        coalesce(sum("bytes"), lit(0L)),
                        coalesce(sum(col("bytes").multiply(keys)), lit(0L)))
                .head();
        long originals = sums.getLong(0);
        long toMake = sums.getLong(1);
        return new PlanCounts(
                originals,
                0,
                0,
                toMake,
                0,
                toMake,
                0,
                0,
                0,
                0,
                0,
                originals,
                toMake,
                sums.getLong(2),
                sums.getLong(3),
                pixels);
    }

    private static Iterator<Long> pixels(JobSettings settings, Iterator<Row> families) {
        KeyGrammar grammar = settings.read().keys().grammar();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(families, 0), false)
                .flatMap(row -> row.<String>getList(row.fieldIndex("keys")).stream())
                .map(key -> OriginalComparison.pixels(grammar.parse(key)))
                .iterator();
    }
}
