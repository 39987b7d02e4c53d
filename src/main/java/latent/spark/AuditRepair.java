package latent.spark;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import latent.audit.AuditReport.Mended;
import latent.audit.AuditRequest;
import latent.audit.FindingKind;
import latent.plan.PlanCounts;
import latent.plan.PlanReport;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Writes the findings of an audit, and repairs: first it writes a plan of what is to be made again, then it removes what is wrong. An interrupted
 * repair leaves either the finding or the plan, so running the audit again completes it.
 */
final class AuditRepair {
    private static final StructType OUTCOMES = new StructType()
            .add("original", DataTypes.StringType, false)
            .add("key", DataTypes.StringType, false)
            .add("outcome", DataTypes.StringType, false)
            .add("detail", DataTypes.StringType, false);

    private final SparkSession spark;
    private final JobSettings settings;
    private final ExaminationSource source;
    private final AuditRequest request;
    private final PlanFolder folder;

    AuditRepair(
            SparkSession spark,
            JobSettings settings,
            ExaminationSource source,
            AuditRequest request,
            PlanFolder folder) {
        this.spark = spark;
        this.settings = settings;
        this.source = source;
        this.request = request;
        this.folder = folder;
    }

    Mended mend(Dataset<Row> findings) {
        Dataset<Row> told = findings.filter(col("key").isNotNull()).drop("looked", "undecoded");
        PlanJob.write(told, request.objects(), folder.path("findings"));
        AuditRequest its = request;
        Dataset<Row> chosen = findings.filter(col("key").isNotNull()).filter((FilterFunction<Row>)
                row -> its.mends(new HashSet<>(AuditColumns.kinds(row)), row.getBoolean(AuditColumns.OURS)));
        Dataset<Row> families = chosen.filter(not(array_contains(col("kinds"), FindingKind.ORPHANED.word())))
                .groupBy("original", "originalVersion", "originalBytes")
                .agg(collect_list("key").as("keys"))
                .select(
                        col("original"),
                        col("originalVersion").as("version"),
                        col("originalBytes").as("bytes"),
                        col("keys"),
                        lit(0L).as("stale"));
        PlanJob.write(families, request.objects(), folder.path("shards"));
        PlanCounts counts = RemadeCounts.of(families, settings);
        long shards = counts.toMake() > 0 ? folder.shards() : 0;
        folder.write(request.objects(), PlanReport.of(counts, 0, settings.read().prices(), shards));
        return removed(chosen, counts.toMake());
    }

    private Mended removed(Dataset<Row> chosen, long toMake) {
        JobSettings itsSettings = settings;
        ExaminationSource itsSource = source;
        AuditRequest its = request;
        Dataset<Row> outcomes = chosen.repartition(SparkStart.slots(spark), col("original"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> RepairTask.mended(itsSettings, itsSource, its, rows),
                        Encoders.row(OUTCOMES))
                .persist(StorageLevel.DISK_ONLY());
        try {
            Map<String, Long> counts = new HashMap<>();
            outcomes.groupBy("outcome")
                    .agg(count(lit(1)))
                    .collectAsList()
                    .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            return new Mended(
                    all,
                    counts.getOrDefault("removed", 0L),
                    counts.getOrDefault("changed", 0L),
                    counts.getOrDefault("failed", 0L),
                    toMake);
        } finally {
            outcomes.unpersist(true);
        }
    }
}
