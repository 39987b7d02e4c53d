package latent.spark;

import static org.apache.spark.sql.functions.col;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import latent.audit.AuditReport;
import latent.audit.AuditReport.Mended;
import latent.audit.AuditRequest;
import latent.spark.Columns.Kind;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;

/**
 * Audits stored renditions: joins the objects of both buckets by original, as a plan does, and examines renditions in the order of their originals,
 * in all tasks in parallel.
 */
public final class AuditJob {
    private static final String LOOKED = "latent.looked";

    private final SparkSession spark;
    private final JobSettings settings;
    private final ExaminationSource source;
    private final Optional<PrintStream> progress;

    /** @param progress where progress is shown; empty for nowhere */
    public AuditJob(
            SparkSession spark, JobSettings settings, ExaminationSource source, Optional<PrintStream> progress) {
        this.spark = spark;
        this.settings = settings;
        this.source = source;
        this.progress = progress;
    }

    /**
     * Audits, and mends what is to be mended.
     *
     * @param out folder of the findings, and of the plan of what is to be made again; without one nothing is written or mended
     * @throws JobFailed when an inventory, a table or the folder cannot be used, or CloudFront does not do its part
     */
    public AuditReport audit(AuditRequest request, Optional<String> out) {
        long start = System.nanoTime();
        Optional<PlanFolder> folder = out.map(name -> new PlanFolder(spark, name));
        folder.ifPresent(PlanFolder::prepare);
        boolean all = request.sample().isAll();
        boolean counted = !all || progress.isPresent();
        BothBuckets buckets = new BothBuckets(spark, settings, request.objects());
        Dataset<Row> listed = buckets.renditions();
        if (counted) {
            listed = listed.persist(StorageLevel.DISK_ONLY());
        }
        LongAccumulator looks = spark.sparkContext().longAccumulator(LOOKED);
        Dataset<Row> findings = findings(request, buckets, listed, looks).persist(StorageLevel.DISK_ONLY());
        try {
            long renditions = counted ? renditions(listed) : 0;
            evaluate(findings, looks, request.sample().expected(renditions));
            AuditSums sums = AuditSums.of(findings);
            Mended mended = folder.map(its -> new AuditRepair(spark, settings, source, request, its).mend(findings))
                    .orElse(Mended.NOTHING);
            return new AuditReport(
                    request.depth().name().toLowerCase(Locale.ROOT),
                    all ? sums.looked() : renditions,
                    sums.looked(),
                    sums.wrong(),
                    sums.found(all),
                    sums.unknown(),
                    sums.undecoded(),
                    request.sample().toString(),
                    request.seed(),
                    sums.examples(findings),
                    mended,
                    out.orElse(""),
                    (System.nanoTime() - start) / 1e9);
        } finally {
            findings.unpersist(true);
            listed.unpersist(true);
        }
    }

    private Dataset<Row> findings(
            AuditRequest request, BothBuckets buckets, Dataset<Row> listed, LongAccumulator looks) {
        JobSettings itsSettings = settings;
        ExaminationSource itsSource = source;
        return buckets.byOriginal(AuditSample.of(listed, request.sample(), request.seed()))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                rows -> AuditTask.findings(itsSettings, itsSource, request, looks, rows),
                        Encoders.row(AuditColumns.FINDINGS));
    }

    private static long renditions(Dataset<Row> listed) {
        return listed.filter(col("kind").equalTo(Kind.RENDITION.code())).count();
    }

    /** Looks at them all, once: the findings are kept. */
    private void evaluate(Dataset<Row> findings, LongAccumulator looks, long expected) {
        if (progress.isEmpty()) {
            findings.count();
            return;
        }
        try (ProgressLine shown = ProgressLine.show(
                spark,
                (running, time) -> ProgressLine.bar(
                        Math.min(expected, looks.value() + running.sums().getOrDefault(LOOKED, 0L)), expected, time),
                progress.get())) {
            findings.count();
        }
    }
}
