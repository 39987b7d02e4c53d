package latent.spark;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latent.audit.AuditReport.Example;
import latent.audit.AuditReport.Found;
import latent.audit.FindingKind;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sums of all findings of an audit.
 *
 * @param kinds number of findings of each kind
 */
record AuditSums(long looked, long undecoded, long unknown, long wrong, Map<FindingKind, Long> kinds) {
    private static final int EXAMPLES = 3;

    AuditSums {
        kinds = Map.copyOf(kinds);
    }

    static AuditSums of(Dataset<Row> findings) {
        Column unknown = has(AuditColumns.UNKNOWN);
        List<Column> sums = new ArrayList<>(List.of(
                coalesce(sum("looked"), lit(0L)),
                coalesce(sum("undecoded"), lit(0L)),
                count_if(unknown),
                count_if(size(col("kinds")).gt(0).and(unknown.equalTo(false)))));
        Stream.of(FindingKind.values()).forEach(kind -> sums.add(count_if(has(kind.word()))));
        Row row = findings.agg(lit(0), sums.toArray(Column[]::new)).head();
        Map<FindingKind, Long> kinds = new EnumMap<>(FindingKind.class);
        int place = sums.size() - FindingKind.values().length;
        for (FindingKind kind : FindingKind.values()) {
            kinds.put(kind, row.getLong(++place));
        }
        return new AuditSums(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), kinds);
    }

    private static Column has(String word) {
        return array_contains(col("kinds"), word);
    }

    /** @param all whether nothing was left out, so that nothing is estimated */
    List<Found> found(boolean all) {
        List<Found> found = new ArrayList<>();
        for (FindingKind kind : FindingKind.values()) {
            long count = kinds.getOrDefault(kind, 0L);
            double share = looked > 0 ? (double) count / looked : 0;
            double[] ends = all ? new double[] {share, share} : AuditSample.share(looked, count);
            found.add(new Found(kind.word(), count, ends[0], ends[1]));
        }
        return found;
    }

    List<Example> examples(Dataset<Row> findings) {
        List<Example> examples = new ArrayList<>();
        for (FindingKind kind : FindingKind.values()) {
            if (kinds.getOrDefault(kind, 0L) > 0) {
                examples.addAll(examples(findings, kind.word()));
            }
        }
        if (unknown > 0) {
            examples.addAll(examples(findings, AuditColumns.UNKNOWN));
        }
        return examples;
    }

    private static List<Example> examples(Dataset<Row> findings, String word) {
        return findings.filter(has(word)).select("key", "detail").limit(EXAMPLES).collectAsList().stream()
                .map(row -> new Example(word, row.getString(0), row.getString(1)))
                .toList();
    }
}
