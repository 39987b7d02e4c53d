package latent.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import latent.audit.AuditDepth;
import latent.audit.AuditRequest;
import latent.audit.FindingKind;
import latent.audit.SampleSize;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latent audit}. */
@Command(
        name = "audit",
        exitCodeOnExecutionException = ExitCode.USAGE,
        description = {
            "Say which stored renditions are stale (made from another version of their original), orphaned (it is gone), torn (their bytes are"
                    + " not those that were stored, or no whole picture), of the wrong type, or without their headers. One job of Apache Spark.",
            "",
            "With --fix they are removed, each only if it is still the same and still wrong, and what is to be made again is written down as a plan,"
                    + " which ./latent warm --plan carries out; without that it is made for its next visitor.",
            "",
            "Exit code: 0 nothing is wrong (any more), 1 something is, 2 it could not be found out."
        })
final class AuditCommand implements Callable<Integer> {
    private static final int SHARD_ORIGINALS = 1000;

    private final Actions actions;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private BucketOptions buckets = new BucketOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--depth",
            paramLabel = "DEPTH",
            defaultValue = "headers",
            description =
                    "listing: what listings tell, so stale ones by their date or a table's metadata, and orphaned ones. headers: a HEAD request for"
                            + " each. bytes: a GET request for each, and it is decoded (default: ${DEFAULT-VALUE}).")
    private AuditDepth depth = AuditDepth.HEADERS;

    @Option(
            names = "--sample",
            paramLabel = "SIZE",
            defaultValue = "100%",
            description =
                    "Look at so many renditions, or so many of a hundred, chosen at random: 10000 or 0.5%%. What is wrong with all is estimated.")
    private String sample = "";

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the sample; the same one looks at the same renditions (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--fix",
            paramLabel = "KIND",
            arity = "0..1",
            split = ",",
            fallbackValue = "stale,orphaned,torn,wrong-type",
            description =
                    "Remove what is wrong, all but what is missing-headers only; or what is of these kinds. Objects that do not carry our metadata"
                            + " are left alone while their original exists, unless missing-headers is named.")
    private @Nullable List<String> fix;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = ".latent/audit",
            description =
                    "Where all findings are written, and the plan of what is to be made again, in the place of those that are there (default: ${DEFAULT-VALUE}).")
    private String out = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "ndjson",
            description = "Of the findings and the plan: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ShardFormat format = ShardFormat.NDJSON;

    @Option(
            names = "--concurrency",
            paramLabel = "COUNT",
            defaultValue = "32",
            description = "Requests that a task has under way at one time (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(names = "--dry-run", description = "Only look: nothing is written or removed.")
    private boolean dryRun;

    AuditCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() throws Exception {
        AuditOptions options = new AuditOptions(request(), out, job.master(), dryRun, job.json(), job.progress());
        return switch (actions.audit(options, settings.sources())) {
            case CLEAN -> ExitCode.OK;
            case FINDINGS -> ExitCode.SOFTWARE;
            case INCOMPLETE -> ExitCode.USAGE;
        };
    }

    private AuditRequest request() {
        try {
            PlanRequest objects = buckets.request(List.of(), StaleBy.DATE, SHARD_ORIGINALS, format);
            return new AuditRequest(objects, depth, SampleSize.parse(sample), seed, mend(), concurrency);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private Set<FindingKind> mend() {
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        for (String word : Optional.ofNullable(fix).orElse(List.of())) {
            kinds.add(FindingKind.of(word)
                    .orElseThrow(() -> new IllegalArgumentException("Nothing of this kind is found: " + word
                            + ". Kinds are stale, orphaned, torn, wrong-type and missing-headers.")));
        }
        return kinds;
    }
}
