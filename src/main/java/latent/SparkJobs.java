package latent;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import latent.cli.PlanOptions;
import latent.cli.WarmOptions;
import latent.config.SettingSources;
import latent.plan.KeySource;
import latent.plan.PlanReport;
import latent.plan.PlanRequest;
import latent.spark.JobFailed;
import latent.spark.JobSettings;
import latent.spark.PlanJob;
import latent.spark.Reports;
import latent.spark.SparkStart;
import latent.spark.WarmJob;
import latent.spark.WarmReport;
import latent.warm.ChangeQueue;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import software.amazon.awssdk.core.exception.SdkException;

/** The commands that are jobs of Spark. A caller must have checked for Spark's libraries first, so that no other command needs them. */
final class SparkJobs {
    private static final KeySource STANDARD_INPUT = new KeySource(KeySource.Kind.KEYS, "-");

    private SparkJobs() {}

    static void plan(PlanOptions options, SettingSources sources, PrintStream out) throws IOException {
        PlanRequest request = options.request().originals().equals(STANDARD_INPUT)
                ? options.request().withOriginals(kept(options))
                : options.request();
        inSpark(options.master(), options.progress(), spark -> {
            PlanJob job = new PlanJob(spark, JobSettings.of(sources));
            PlanReport report = options.dryRun() ? job.estimate(request) : job.plan(request, options.out());
            String end = options.dryRun() ? "Nothing was written." : report.shards() + " shards in " + options.out();
            print(report, end, options.json(), out);
            return true;
        });
    }

    /** Carries a plan out; true when nothing failed. */
    static boolean warm(WarmOptions options, SettingSources sources, PrintStream out) {
        JobSettings settings = JobSettings.of(sources);
        return inSpark(options.master(), options.progress(), spark -> {
            WarmJob job = new WarmJob(spark, options.plan());
            if (options.resume()) {
                job.planAgain(settings);
            }
            if (options.dryRun()) {
                print(job.planned(), "Nothing was made.", options.json(), out);
                return true;
            }
            WarmReport report = carriedOut(job, options, settings);
            if (options.json()) {
                out.println(Reports.json(report));
            } else {
                report.print(out);
            }
            return report.failed() == 0;
        });
    }

    private static WarmReport carriedOut(WarmJob job, WarmOptions options, JobSettings settings) {
        return switch (options.runner()) {
            case SPARK -> {
                Optional<PrintStream> shown = options.progress() ? Optional.of(System.err) : Optional.empty();
                yield job.run(settings, FamilyWarmers.SOURCE, shown);
            }
            case QUEUE -> {
                try (ChangeQueue queue = WarmService.queue(settings.read())) {
                    yield job.send(queue);
                }
            }
        };
    }

    private static void print(PlanReport report, String end, boolean json, PrintStream out) {
        if (json) {
            out.println(Reports.json(report));
        } else {
            report.print(out);
            out.println(end);
        }
    }

    /** What S3 or a path is to blame for is sources in a sentence, also when a task has found it. */
    static <T> T inSpark(String master, boolean progress, Function<SparkSession, T> job) {
        try (SparkSession spark = SparkStart.open(master, progress)) {
            return job.apply(spark);
        } catch (Exception e) { // Scala throws checked ones too, undeclared
            throw told(e);
        }
    }

    private static RuntimeException told(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SdkException || cause instanceof AnalysisException) {
                return new JobFailed("The job failed: " + cause.getMessage());
            }
        }
        return failure instanceof RuntimeException ours ? ours : new IllegalStateException(failure);
    }

    /** Standard input can be read once, and a plan may be made again: beside the plan, where it is read again then. */
    private static KeySource kept(PlanOptions options) throws IOException {
        Path file = options.dryRun()
                ? Files.createTempFile("latent-keys-", ".txt")
                : Path.of(options.out() + ".keys").toAbsolutePath();
        if (options.dryRun()) {
            file.toFile().deleteOnExit();
        } else {
            Files.createDirectories(Path.of(file.toUri().resolve(".")));
        }
        Files.copy(System.in, file, StandardCopyOption.REPLACE_EXISTING);
        return new KeySource(KeySource.Kind.KEYS, file.toUri().toString());
    }
}
