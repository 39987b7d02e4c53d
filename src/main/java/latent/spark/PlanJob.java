package latent.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import java.util.Iterator;
import latent.config.Settings;
import latent.plan.KeySource;
import latent.plan.PlanCounts;
import latent.plan.PlanReport;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.StaleBy;
import latent.plan.WantedRenditions;
import latent.spark.Columns.Kind;
import latent.store.BucketListing;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Makes a plan: joins the objects of both buckets by original, in one shuffle that is sorted on disk, and compares each original with what is wanted
 * of it. Memory does not grow with the size of the buckets.
 */
public final class PlanJob {
    private static final int MOST_FILES = 100_000;

    private final SparkSession spark;
    private final JobSettings settings;

    public PlanJob(SparkSession spark, JobSettings settings) {
        this.spark = spark;
        this.settings = settings;
    }

    /**
     * Plans, and writes nothing.
     *
     * @throws JobFailed when an inventory cannot be used
     */
    public PlanReport estimate(PlanRequest request) {
        Dataset<Row> findings = findings(request).persist(StorageLevel.DISK_ONLY());
        try {
            return report(request, findings, 0);
        } finally {
            findings.unpersist(true);
        }
    }

    /**
     * Plans, and writes the plan into a folder in the place of one that is there.
     *
     * @throws JobFailed when an inventory or the folder cannot be used
     */
    public PlanReport plan(PlanRequest request, String out) {
        PlanFolder folder = new PlanFolder(spark, out);
        folder.prepare();
        Dataset<Row> findings = findings(request).persist(StorageLevel.DISK_ONLY());
        try {
            write(
                    findings.filter(col("kind").equalTo(Kind.ORIGINAL.code()))
                            .filter(size(col("keys")).gt(0).or(col("stale").gt(0)))
                            .select("original", "version", "bytes", "keys", "stale"),
                    request,
                    folder.path("shards"));
            write(
                    findings.filter(col("kind").equalTo(Kind.ORPHAN.code()))
                            .select(col("original"), col("keys").getItem(0).as("key")),
                    request,
                    folder.path("orphans"));
            PlanReport report = report(request, findings, folder.shards());
            folder.write(request, report);
            return report;
        } finally {
            findings.unpersist(true);
        }
    }

    /** The request of a plan that was made, so that it can be made again. */
    public PlanRequest requestOf(String out) {
        return new PlanFolder(spark, out).request();
    }

    /** Writes the shards of a plan, or other rows of it. */
    static void write(Dataset<Row> rows, PlanRequest request, String path) {
        // a little emptier than full, because rows are dealt out and not counted
        long files = Math.ceilDiv(rows.count() * 21 / 20, request.shardOriginals());
        DataFrameWriter<Row> writer = rows.repartition(Math.clamp(files, 1, MOST_FILES))
                .write()
                .mode(SaveMode.Overwrite)
                .option("maxRecordsPerFile", request.shardOriginals());
        switch (request.format()) {
            case PARQUET -> writer.parquet(path);
            case NDJSON -> writer.json(path);
        }
    }

    private Dataset<Row> findings(PlanRequest request) {
        Settings read = settings.read();
        // so that what is wrong with it is said here, and not by a task
        new WantedRenditions(request.wanted(), read.keys().grammar());
        JobSettings jobSettings = settings;
        BothBuckets buckets = new BothBuckets(spark, settings, request);
        Dataset<Row> renditions = buckets.renditions();
        Dataset<Row> known = request.staleBy() == StaleBy.SOURCE ? SourceTable.of(renditions, jobSettings) : renditions;
        return buckets.byOriginal(known)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> reconciled(jobSettings, request, rows),
                        Encoders.row(Columns.FINDINGS));
    }

    private static Iterator<Row> reconciled(JobSettings settings, PlanRequest request, Iterator<Row> objects) {
        Settings read = settings.read();
        WantedRenditions wanted =
                new WantedRenditions(request.wanted(), read.keys().grammar());
        return new Reconciliation(objects, wanted, request.originals().complete(), read.sources());
    }

    private PlanReport report(PlanRequest request, Dataset<Row> findings, long shards) {
        PlanCounts counts = FindingSums.of(findings);
        boolean nothing = counts.toMake() == 0 && counts.stale() == 0;
        return PlanReport.of(
                counts, listRequests(request, counts), settings.read().prices(), nothing ? 0 : shards);
    }

    private static long listRequests(PlanRequest request, PlanCounts counts) {
        long files = counts.originals() + counts.otherFiles();
        long objects = counts.present()
                + counts.stale()
                + counts.unplanned()
                + counts.orphaned()
                + counts.ofOtherHosts()
                + counts.otherObjects();
        return pages(request.originals(), files) + pages(request.renditions(), objects);
    }

    private static long pages(KeySource source, long objects) {
        return source.kind() == KeySource.Kind.BUCKET
                ? Math.ceilDiv(Math.max(1, objects), BucketListing.KEYS_IN_A_PAGE)
                : 0;
    }
}
