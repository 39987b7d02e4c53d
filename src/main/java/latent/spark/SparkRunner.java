package latent.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Gatherers;
import java.util.stream.StreamSupport;
import latent.warm.WarmReceipt;
import latent.warm.WarmReceipt.Outcome;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;

/** Makes the renditions of a plan in tasks of the job itself, each with an engine of its own, and writes a receipt for each. */
final class SparkRunner implements WarmRunner {
    private static final StructType RECEIPTS = new StructType()
            .add("original", DataTypes.StringType, false)
            .add("rendition", DataTypes.StringType, false)
            .add("outcome", DataTypes.StringType, false)
            .add("bytes", DataTypes.LongType, false)
            .add("millis", DataTypes.LongType, false)
            .add("detail", DataTypes.StringType, false);

    /** So that a task computes while another of its originals waits for S3. */
    private static final int ORIGINALS_AT_ONE_TIME = 3;

    private static final int SHARD = 1000;
    private static final int MOST_REASONS = 10;

    private final SparkSession spark;
    private final JobSettings settings;
    private final WarmerSource source;
    private final String receipts;
    private final Optional<PrintStream> progress;

    /** @param receipts a folder that is not there yet */
    SparkRunner(
            SparkSession spark,
            JobSettings settings,
            WarmerSource source,
            String receipts,
            Optional<PrintStream> progress) {
        this.spark = spark;
        // each task renders on one thread, as many as Spark gives it; none gives up for want of room
        this.settings = settings.with(Map.of("render.threads", "1", "render.patience", "3600"));
        this.source = source;
        this.receipts = receipts;
        this.progress = progress;
    }

    @Override
    public WarmReport carryOut(Dataset<Row> families, long asked) {
        long start = System.nanoTime();
        int slots = SparkStart.slots(spark);
        long shards = Math.ceilDiv(families.count(), SHARD);
        WarmCounters counters = new WarmCounters(spark);
        JobSettings itsSettings = settings;
        WarmerSource itsSource = source;
        Dataset<Row> made = families.repartition((int) Math.max(slots, Math.min(shards, Integer.MAX_VALUE)))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> warmed(itsSettings, itsSource, counters, rows),
                        Encoders.row(RECEIPTS));
        if (progress.isPresent()) {
            try (ProgressLine shown = WarmProgress.show(spark, counters, asked, progress.get())) {
                made.write().parquet(receipts);
            }
        } else {
            made.write().parquet(receipts);
        }
        return report(asked, (System.nanoTime() - start) / 1e9);
    }

    private static Iterator<Row> warmed(
            JobSettings settings, WarmerSource source, WarmCounters counters, Iterator<Row> families) {
        if (!families.hasNext()) {
            return families;
        }
        WarmerSource.Warmer warmer = source.open(settings.read());
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> warmer.close());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(families, 0), false)
                .map(Families::family)
                .gather(Gatherers.mapConcurrent(ORIGINALS_AT_ONE_TIME, warmer::warm))
                .peek(counters::add)
                .flatMap(List::stream)
                .map(SparkRunner::row)
                .iterator();
    }

    private static Row row(WarmReceipt receipt) {
        return RowFactory.create(
                receipt.original(),
                receipt.rendition(),
                receipt.outcome().name(),
                receipt.bytes(),
                receipt.millis(),
                receipt.detail());
    }

    private WarmReport report(long asked, double seconds) {
        Dataset<Row> written = spark.read().schema(RECEIPTS).parquet(receipts);
        EnumMap<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        long bytes = 0;
        for (Row row :
                written.groupBy("outcome").agg(count(lit(1)), sum("bytes")).collectAsList()) {
            Outcome outcome = Outcome.valueOf(row.getString(0));
            counts.put(outcome, row.getLong(1));
            bytes += outcome == Outcome.MADE ? row.getLong(2) : 0;
        }
        List<WarmReport.Reason> reasons = written
                .filter(col("detail").notEqual(""))
                .groupBy("outcome", "detail")
                .agg(count(lit(1)).as("count"))
                .orderBy(col("count").desc())
                .limit(MOST_REASONS)
                .collectAsList()
                .stream()
                .map(row -> new WarmReport.Reason(row.getString(0), row.getString(1), row.getLong(2)))
                .toList();
        return new WarmReport(
                "spark",
                asked,
                counts.getOrDefault(Outcome.MADE, 0L),
                counts.getOrDefault(Outcome.THERE, 0L),
                counts.getOrDefault(Outcome.OUTDATED, 0L),
                counts.getOrDefault(Outcome.REFUSED, 0L),
                counts.getOrDefault(Outcome.FAILED, 0L),
                0,
                bytes,
                seconds,
                reasons,
                receipts);
    }
}
