package latent.cli;

import java.util.Optional;
import latent.config.SettingSources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code latent warm}. */
@Command(
        name = "warm",
        description = {
            "Work off changes of originals, as S3 tells them to the queue warm.queue, and the shards of plans that are sent there.",
            "",
            "When an original was replaced, its renditions are removed from the website bucket and from CloudFront"
                    + " (purge.distributions), and made again before anyone asks; when it was removed, so are they.",
            "",
            "With --plan: make what ./latent plan has planned. What is there is left alone, each original is fetched once, and a receipt"
                    + " is written for each rendition. Exit code: 0 when nothing failed, 1 when something did, 2 not understood."
        })
final class WarmCommand extends SettingsCommand {
    private final Actions actions;

    @Mixin
    private JobOptions job = new JobOptions();

    @Option(names = "--plan", paramLabel = "FOLDER", description = "Of the plan, such as .latent/plan.")
    private @Nullable String plan;

    @Option(
            names = "--runner",
            paramLabel = "NAME",
            description =
                    "Who makes the renditions: spark, the tasks of this job (default); queue, the workers that read warm.queue.")
    private WarmOptions.@Nullable Runner runner;

    @Option(
            names = "--resume",
            description = "Make the plan again first, so that what has been made since is not in it.")
    private boolean resume;

    @Option(names = "--dry-run", description = "Say what the plan says, and make nothing.")
    private boolean dryRun;

    WarmCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    boolean run(SettingSources sources) throws Exception {
        if (plan == null) {
            if (resume || dryRun || runner != null || job.json()) {
                throw notUnderstood("--runner, --resume, --dry-run and --json are of a plan: name it by --plan.");
            }
            actions.warm(sources);
            return true;
        }
        WarmOptions.Runner chosen = Optional.ofNullable(runner).orElse(WarmOptions.Runner.SPARK);
        WarmOptions options = new WarmOptions(plan, chosen, job.master(), resume, dryRun, job.json(), job.progress());
        return actions.warm(options, sources);
    }
}
