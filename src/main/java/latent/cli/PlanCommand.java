package latent.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latent.config.SettingSources;
import latent.config.Settings;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import latent.plan.WantedRenditions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code latent plan}. */
@Command(
        name = "plan",
        description = {
            "Say which renditions are missing, stale and orphaned, and what making them would take; write the work down in shards, which"
                    + " ./latent warm --plan carries out. One job of Apache Spark.",
            "",
            "What there should be is said in lines: GLOB SIZES [FORMATS], such as: widgets/** 320_0,640_0,p-card original,webp. Sizes are"
                    + " written as keys end (320_0 in underscore style, 320x0 in dash style). Without a line it is keys.ladder and"
                    + " keys.presets, of every original in its own format.",
            "",
            "Exit code: 0 done, 1 failed, 2 not understood or badly configured."
        })
final class PlanCommand extends SettingsCommand {
    private final Actions actions;

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private BucketOptions buckets = new BucketOptions();

    @Option(names = "--want", paramLabel = "LINE", description = "What there should be; may be given again.")
    private List<String> want = new ArrayList<>();

    @Option(names = "--wanted", paramLabel = "FILE", description = "A file of such lines.")
    private @Nullable Path wanted;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = ".latent/plan",
            description =
                    "Where the plan is written, in the place of the one that is there (default: ${DEFAULT-VALUE}).")
    private String out = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "parquet",
            description = "Of the shards: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ShardFormat format = ShardFormat.PARQUET;

    @Option(
            names = "--shard-originals",
            paramLabel = "COUNT",
            defaultValue = "1000",
            description = "How many originals a shard has at most (default: ${DEFAULT-VALUE}).")
    private int shardOriginals;

    @Option(
            names = "--stale-by",
            paramLabel = "WHAT",
            defaultValue = "date",
            description =
                    "date: a rendition that is older than its original is stale. source: one that says it was made from another version"
                            + " is, which takes a HEAD request for each rendition that is there (default: ${DEFAULT-VALUE}).")
    private StaleBy staleBy = StaleBy.DATE;

    @Option(names = "--dry-run", description = "Count and estimate only.")
    private boolean dryRun;

    PlanCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    boolean run(SettingSources sources) throws Exception {
        actions.plan(
                new PlanOptions(request(sources.read()), out, job.master(), dryRun, job.json(), job.progress()),
                sources);
        return true;
    }

    private PlanRequest request(Settings read) throws IOException {
        try {
            PlanRequest request = buckets.request(lines(read), staleBy, shardOriginals, format);
            new WantedRenditions(request.wanted(), read.keys().grammar());
            return request;
        } catch (IllegalArgumentException e) {
            throw notUnderstood(String.valueOf(e.getMessage()));
        }
    }

    private List<String> lines(Settings read) throws IOException {
        List<String> lines = new ArrayList<>(want);
        if (wanted != null) {
            if (!Files.isRegularFile(wanted)) {
                throw new IllegalArgumentException("There is no file of wanted renditions " + wanted + ".");
            }
            lines.addAll(Files.readAllLines(wanted));
        }
        return lines.isEmpty()
                ? WantedRenditions.ofSettings(
                        read.keys().ladder().rungs(),
                        read.keys().rules().presets().keySet())
                : lines;
    }
}
