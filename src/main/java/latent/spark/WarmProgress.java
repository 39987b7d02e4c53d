package latent.spark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import latent.plan.PlanReport;
import latent.spark.WarmCounters.Counted;
import latent.warm.WarmReceipt.Outcome;
import org.apache.spark.sql.SparkSession;

/** The progress line of a warm job: what is done, how fast, and how long the rest takes. */
final class WarmProgress {
    private WarmProgress() {}

    /** Shows it until it is closed. */
    static ProgressLine show(SparkSession spark, WarmCounters counters, long asked, PrintStream out) {
        return ProgressLine.show(spark, (running, time) -> line(counters.counted(running.sums()), asked, time), out);
    }

    static String line(Counted counted, long asked, Duration time) {
        return String.format(
                Locale.ROOT,
                "%s, %s written, %,d failed, %,d refused ",
                ProgressLine.bar(Math.min(counted.all(), asked), asked, time),
                PlanReport.bytes(counted.bytes()),
                counted.of(Outcome.FAILED),
                counted.of(Outcome.REFUSED));
    }
}
