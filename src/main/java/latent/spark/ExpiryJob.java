package latent.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import latent.audit.ExpiryReport;
import latent.audit.ExpiryRequest;
import latent.plan.PlanCounts;
import latent.plan.PlanReport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Finds unused renditions, reports what storing them costs and what making them again would, and removes them. */
public final class ExpiryJob {
    private static final double GIGABYTE = 1e9;

    private final SparkSession spark;
    private final JobSettings settings;
    private final ExaminationSource source;

    public ExpiryJob(SparkSession spark, JobSettings settings, ExaminationSource source) {
        this.spark = spark;
        this.settings = settings;
        this.source = source;
    }

    /**
     * Finds them, and removes them where that is said.
     *
     * @throws JobFailed when the access log cannot be used, or does not tell what was asked for in all of the time
     */
    public ExpiryReport expire(ExpiryRequest request, boolean remove) {
        Dataset<Row> log = AccessLogTable.of(
                        spark, request.log(), settings.read().buckets().renditions())
                .persist(StorageLevel.DISK_ONLY());
        Row times = log.agg(min("time"), max("time"), count_if(since(request))).head();
        if (times.isNullAt(0)) {
            throw new JobFailed(
                    "The access log has no requests that can be read: is it of the kind that --log-format says?");
        }
        String first = times.getTimestamp(0).toInstant().toString();
        String last = times.getTimestamp(1).toInstant().toString();
        String lacking = request.lacking(
                times.getTimestamp(0).toInstant(), times.getTimestamp(1).toInstant());
        if (!lacking.isEmpty()) {
            throw new JobFailed(lacking);
        }
        Dataset<Row> renditions = renditions(request, log).persist(StorageLevel.DISK_ONLY());
        Dataset<Row> unused = renditions.filter(col("use").equalTo(ExpiryColumns.UNUSED));
        try {
            Row sums = renditions
                    .agg(
                            count(lit(1)),
                            count_if(col("use").equalTo(ExpiryColumns.YOUNG)),
                            count_if(col("use").equalTo(ExpiryColumns.ASKED)))
                    .head();
            Row of = unused.agg(count(lit(1)), coalesce(sum("bytes"), lit(0L)), coalesce(sum("originalBytes"), lit(0L)))
                    .head();
            Map<String, Long> outcomes = remove ? removed(request, unused) : Map.of();
            return new ExpiryReport(
                    request.unusedDays(),
                    first,
                    last,
                    times.getLong(2),
                    sums.getLong(0),
                    sums.getLong(1),
                    sums.getLong(2),
                    of.getLong(0),
                    of.getLong(1),
                    of.getLong(1) / GIGABYTE * settings.read().prices().gigabyteMonth(),
                    madeAgain(of.getLong(0), of.getLong(2)).estimate(),
                    outcomes.getOrDefault("removed", 0L),
                    outcomes.getOrDefault("changed", 0L),
                    outcomes.getOrDefault("failed", 0L));
        } finally {
            renditions.unpersist(true);
            log.unpersist(true);
        }
    }

    private static Column since(ExpiryRequest request) {
        return col("time").geq(lit(Timestamp.from(request.since())));
    }

    private Dataset<Row> renditions(ExpiryRequest request, Dataset<Row> log) {
        JobSettings its = settings;
        Dataset<Row> asked = log.filter(since(request))
                .select("path")
                .distinct()
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                rows -> ExpiryColumns.asked(its.read().keys().grammar(), request.keeps(), rows),
                        Encoders.row(ExpiryColumns.ASKED_FOR))
                .distinct()
                .withColumn("isAsked", lit(true));
        BothBuckets buckets = new BothBuckets(spark, settings, request.objects());
        Dataset<Row> existing = buckets.byOriginal(buckets.renditions())
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> ExpiryColumns.existing(request.keeps(), rows),
                        Encoders.row(ExpiryColumns.EXISTING));
        return existing.join(asked, existing.col("askedAs").equalTo(asked.col("name")), "left_outer")
                .select(
                        col("original"),
                        col("key"),
                        col("bytes"),
                        col("originalBytes"),
                        ExpiryColumns.use(col("modified"), request.since(), col("isAsked"))
                                .as("use"));
    }

    private Map<String, Long> removed(ExpiryRequest request, Dataset<Row> unused) {
        JobSettings its = settings;
        ExaminationSource itsSource = source;
        Map<String, Long> counts = new HashMap<>();
        unused.mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> ExpiryTask.removed(its, itsSource, request, rows),
                        Encoders.row(ExpiryColumns.OUTCOMES))
                .groupBy("outcome")
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }

    /** One by one: of each the original is fetched anew. */
    private PlanReport madeAgain(long renditions, long bytesOfOriginals) {
        PlanCounts counts = new PlanCounts(
                0,
                0,
                0,
                0,
                0,
                renditions,
                0,
                0,
                0,
                0,
                0,
                renditions,
                renditions,
                bytesOfOriginals,
                bytesOfOriginals,
                0);
        return PlanReport.of(counts, 0, settings.read().prices(), 0);
    }
}
