package latent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import latent.cli.PlanOptions;
import latent.config.SettingSources;
import latent.config.Settings;
import latent.cli.WarmOptions;
import latent.spark.WarmJob;
import latent.spark.WarmReport;
import latent.warm.ChangeQueue;
import java.util.Optional;
import latent.plan.KeySource;
import latent.plan.PlanReport;
import latent.plan.PlanRequest;
import latent.spark.JobSettings;
import latent.spark.PlanJob;
import latent.spark.Reports;
import latent.spark.SparkStart;
import org.apache.spark.sql.SparkSession;

/** The commands that are jobs of Spark. Nothing else may name this class, so that they alone need Spark's libraries. */
final class SparkJobs {
    private static final KeySource STANDARD_INPUT = new KeySource(KeySource.Kind.KEYS, "-");

    private SparkJobs() {}

    static void plan(PlanOptions options, SettingSources said, PrintStream out) throws IOException {
        PlanRequest request = options.request();
        if (request.originals().equals(STANDARD_INPUT)) {
            request = request.withOriginals(kept(options));
        }
        try (SparkSession spark = SparkStart.open(options.master(), options.progress())) {
            PlanJob job = new PlanJob(spark, JobSettings.of(said));
            PlanReport report = options.dryRun() ? job.estimate(request) : job.plan(request, options.out());
            if (options.json()) {
                out.println(Reports.json(report));
            } else {
                report.print(out);
                out.println(options.dryRun() ? "Nothing was written." : report.shards() + " shards in " + options.out());
            }
        }
    }

    /** @return true when nothing failed */
    static boolean warm(WarmOptions options, SettingSources said, PrintStream out) throws IOException {
        JobSettings settings = JobSettings.of(said);
        try (SparkSession spark = SparkStart.open(options.master(), options.progress())) {
            WarmJob job = new WarmJob(spark, options.plan());
            if (options.resume()) {
                job.planAgain(settings);
            }
            if (options.dryRun()) {
                planned(job.planned(), options, out);
                return true;
            }
            WarmReport report =
                    switch (options.runner()) {
                        case SPARK ->
                            job.run(
                                    settings,
                                    FamilyWarmers.SOURCE,
                                    options.progress() ? Optional.of(System.err) : Optional.empty());
                        case QUEUE -> sent(job, settings);
                    };
            if (options.json()) {
                out.println(Reports.json(report));
            } else {
                report.print(out);
            }
            return report.failed() == 0;
        }
    }

    private static void planned(PlanReport report, WarmOptions options, PrintStream out) {
        if (options.json()) {
            out.println(Reports.json(report));
        } else {
            report.print(out);
            out.println("Nothing was made.");
        }
    }

    private static WarmReport sent(WarmJob job, JobSettings settings) {
        Settings read = settings.read();
        try (ChangeQueue queue = WarmService.queue(read)) {
            return job.send(queue);
        }
    }

    /** Standard input can be read once, and a plan may be made again: beside the plan, where it is read again then. */
    private static KeySource kept(PlanOptions options) throws IOException {
        Path file = options.dryRun()
                ? Files.createTempFile("latent-keys-", ".txt")
                : Path.of(options.out() + ".keys").toAbsolutePath();
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.copy(System.in, file, StandardCopyOption.REPLACE_EXISTING);
        if (options.dryRun()) {
            file.toFile().deleteOnExit();
        }
        return new KeySource(KeySource.Kind.KEYS, file.toUri().toString());
    }
}
