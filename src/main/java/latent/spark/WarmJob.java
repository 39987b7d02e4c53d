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

/** Carries out a plan that was made. */
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

    /** Makes the plan again, by the request that it was made by: what has been made since is no longer in it. */
    public void planAgain(JobSettings settings) {
        if (plan.request().wanted().isEmpty()) {
            throw new JobFailed("The plan in " + folder + " is that of an audit, and cannot be made again: carry it out"
                    + " without --resume, which leaves alone what is there.");
        }
        new PlanJob(spark, settings).plan(plan.request(), folder);
    }

    /** What the plan says. */
    public PlanReport planned() {
        return plan.report();
    }

    /**
     * Makes the renditions here, in the job.
     *
     * @param progress where it is shown
     */
    public WarmReport run(JobSettings settings, WarmerSource source, Optional<PrintStream> progress) {
        String receipts = plan.path("receipts/" + Instant.now().toString().replaceAll("[:.]", "-"));
        return carryOut("spark", new SparkRunner(spark, settings, source, receipts, progress));
    }

    /** Has the workers of the queue make them. */
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
