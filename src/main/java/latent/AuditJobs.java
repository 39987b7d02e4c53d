package latent;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import latent.audit.AuditReport;
import latent.audit.ExpiryReport;
import latent.cli.AuditOptions;
import latent.cli.ExpireOptions;
import latent.config.SettingSources;
import latent.spark.AuditJob;
import latent.spark.ExpiryJob;
import latent.spark.JobSettings;
import latent.spark.Reports;

/** The commands audit and expire, which are jobs of Spark. As with {@link SparkJobs}, a caller must have checked for Spark's libraries first. */
final class AuditJobs {
    private AuditJobs() {}

    static AuditReport.Verdict audit(AuditOptions options, SettingSources sources, PrintStream out) {
        return SparkJobs.inSpark(options.master(), false, spark -> {
            Optional<PrintStream> shown = options.progress() ? Optional.of(System.err) : Optional.empty();
            AuditReport report = new AuditJob(spark, JobSettings.of(sources), Examinations.SOURCE, shown)
                    .audit(options.request(), options.dryRun() ? Optional.empty() : Optional.of(options.out()));
            if (options.json()) {
                out.println(Reports.json(report));
            } else {
                report.print(out);
                out.println(end(report, options));
            }
            return report.verdict();
        });
    }

    private static String end(AuditReport report, AuditOptions options) {
        if (options.dryRun()) {
            return "Nothing was written or removed.";
        }
        String findings = "All findings are in " + options.out() + "/findings.";
        return report.mended().toMake() > 0
                ? findings + " To make again what was removed: ./latent warm --plan " + options.out()
                : findings;
    }

    /** True when nothing failed. */
    static boolean expire(ExpireOptions options, SettingSources sources, PrintStream out) {
        return SparkJobs.inSpark(options.master(), options.progress(), spark -> {
            ExpiryReport report = new ExpiryJob(spark, JobSettings.of(sources), Examinations.SOURCE)
                    .expire(options.request(), options.remove());
            if (options.json()) {
                out.println(Reports.json(report));
            } else {
                report.print(out);
                out.println(
                        options.remove()
                                ? String.format(
                                        Locale.ROOT,
                                        "expired     %,d removed, %,d had changed meanwhile, %,d failed",
                                        report.expired(),
                                        report.changed(),
                                        report.failed())
                                : "Nothing was removed; with --yes it is.");
            }
            return report.failed() == 0;
        });
    }
}
