package latent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import latent.purge.PurgeScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latent purge}. */
@Command(
        name = "purge",
        description = {
            "Remove all renditions of originals, in every size, style, format and preset.",
            "",
            "They are removed from the website bucket, and CloudFront (purge.distributions) forgets them. The originals stay; a rendition that is"
                    + " asked for afterwards is made again. Running it twice does no harm. A replicated website bucket passes the deletions on.",
            "",
            "@FILE takes the words from a file, one in a line."
        })
final class PurgeCommand implements Callable<Integer> {
    private final Actions actions;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(paramLabel = "KEY", arity = "0..*", description = "Keys of originals: widgets/myimage.jpg.")
    private List<String> originals = new ArrayList<>();

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            description = "All renditions whose keys begin so: widgets/ or widgets/my. May be given several times.")
    private List<String> prefixes = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only count: nothing is removed, and CloudFront is not told.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PurgeCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() throws Exception {
        actions.purge(scopes(), dryRun, settings.sources());
        return ExitCode.OK;
    }

    private List<PurgeScope> scopes() {
        try {
            return PurgeScope.of(settings.sources().read().keys().grammar(), originals, prefixes);
        } catch (IllegalArgumentException notUnderstood) {
            throw new ParameterException(spec.commandLine(), notUnderstood.getMessage(), notUnderstood);
        }
    }
}
