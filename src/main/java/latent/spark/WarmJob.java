package latent.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import latent.plan.PlanReport;
import latent.plan.PlanRequest;
import latent.warm.ChangeQueue;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Carries out an existing plan. */
public final class WarmJob {
    private final SparkSession spark;
    private final PlanFolder plan;
    private final String folder;

    /** @param folder of the plan */
    public WarmJob(SparkSession spark, String folder) {
        this.spark = spark;
        this.plan = new PlanFolder(spark, folder);
        this.folder = folder;
    }

    /**
     * Makes the plan again with its own request, so that renditions made since then are no longer in it.
     *
     * @throws JobFailed when the plan is that of an audit
     */
    public void planAgain(JobSettings settings) {
        if (plan.request().wanted().isEmpty()) {
            throw new JobFailed("The plan in " + folder + " is that of an audit, and cannot be made again: carry it out"
                    + " without --resume, which leaves alone what is there.");
        }
        new PlanJob(spark, settings).plan(plan.request(), folder);
    }

    /** The report of the plan. */
    public PlanReport planned() {
        return plan.report();
    }

    /**
     * Makes the renditions in this job.
     *
     * @param progress where progress is shown; empty for nowhere
     */
    public WarmReport run(JobSettings settings, WarmerSource source, Optional<PrintStream> progress) {
        String receipts = plan.path("receipts/" + Instant.now().toString().replaceAll("[:.]", "-"));
        return carryOut("spark", new SparkRunner(spark, settings, source, receipts, progress));
    }

    /** Sends the plan to the queue of warm workers. */
    public WarmReport send(ChangeQueue queue) {
        return carryOut("queue", new QueueRunner(queue, plan.request().shardOriginals()));
    }

    private WarmReport carryOut(String name, WarmRunner runner) {
        PlanRequest request = plan.request();
        if (plan.report().shards() == 0) {
            return WarmReport.nothing(name);
        }
        Dataset<Row> families = Families.of(spark, plan, request.format());
        long asked =
                families.agg(coalesce(sum(size(col("keys"))), lit(0L))).head().getLong(0);
        return runner.carryOut(families, asked);
    }
}
