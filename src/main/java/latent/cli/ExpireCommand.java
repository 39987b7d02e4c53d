package latent.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import latent.audit.AccessLog;
import latent.audit.ExpiryRequest;
import latent.audit.ExpiryRequest.Keeps;
import latent.config.SettingSources;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code latent expire}. */
@Command(
        name = "expire",
        description = {
            "Remove renditions that nobody has asked for in a long time, by the access log, and whose originals exist: they are made again when"
                    + " somebody asks. What keeping them costs, and what making them all again would, is said first. One job of Apache Spark.",
            "",
            "Nothing is removed without --yes. A log that does not reach over all of the time is refused.",
            "",
            "Exit code: 0 done, 1 failed, or some could not be removed, 2 not understood or badly configured."
        })
final class ExpireCommand extends SettingsCommand {
    private final Actions actions;

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private BucketOptions buckets = new BucketOptions();

    @Option(
            names = "--unused-days",
            paramLabel = "DAYS",
            description =
                    "Renditions are unused that were stored and last asked for before (default: the setting renditions.unused-days).")
    private @Nullable Integer unusedDays;

    @Option(
            names = "--access-log",
            paramLabel = "PATH",
            description = "A file or folder of the log, also compressed by gzip; may be given again.")
    private List<String> logs = new ArrayList<>();

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "cloudfront",
            description =
                    "cloudfront: standard logs with lines of #Fields, of the first version or W3C of the second. cloudfront_json and cloudfront_parquet:"
                            + " the other kinds of the second version. s3: server access logs of the bucket of renditions (default: ${DEFAULT-VALUE}).")
    private AccessLog.Format logFormat = AccessLog.Format.CLOUDFRONT;

    @Option(
            names = "--keeps",
            paramLabel = "WHAT",
            defaultValue = "rendition",
            description =
                    "What a request keeps: that rendition, or all of the original, where the edge chooses another key than visitors ask for"
                            + " (default: ${DEFAULT-VALUE}).")
    private Keeps keeps = Keeps.RENDITION;

    @Option(
            names = "--concurrency",
            paramLabel = "COUNT",
            defaultValue = "32",
            description = "Requests that a task has under way at one time (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(names = "--yes", description = "Remove what is unused.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Remove nothing, whatever else is said.")
    private boolean dryRun;

    ExpireCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    boolean run(SettingSources sources) throws Exception {
        ExpireOptions options = new ExpireOptions(
                request(sources.read().buckets().unusedDays()),
                job.master(),
                yes && !dryRun,
                job.json(),
                job.progress());
        return actions.expire(options, sources);
    }

    private ExpiryRequest request(int setting) {
        try {
            PlanRequest objects = buckets.request(List.of(), StaleBy.DATE, 1, ShardFormat.NDJSON);
            int days = unusedDays == null ? setting : unusedDays;
            return new ExpiryRequest(objects, new AccessLog(logFormat, logs), days, keeps, Instant.now(), concurrency);
        } catch (IllegalArgumentException e) {
            throw notUnderstood(String.valueOf(e.getMessage()));
        }
    }
}
