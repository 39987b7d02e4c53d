package latent.cli;

import java.util.ArrayList;
import java.util.List;
import latent.config.SettingSources;
import latent.key.KeyGrammar;
import latent.purge.PurgeScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class PurgeCommand extends SettingsCommand {
    private final Actions actions;

    @Parameters(paramLabel = "KEY", arity = "0..*", description = "Keys of originals: widgets/myimage.jpg.")
    private List<String> originals = new ArrayList<>();

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            description = "All renditions whose keys begin so: widgets/ or widgets/my. May be given several times.")
    private List<String> prefixes = new ArrayList<>();

    @Option(names = "--dry-run", description = "Only count: nothing is removed, and CloudFront is not told.")
    private boolean dryRun;

    PurgeCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    boolean run(SettingSources sources) throws Exception {
        actions.purge(scopes(sources.read().keys().grammar()), dryRun, sources);
        return true;
    }

    private List<PurgeScope> scopes(KeyGrammar grammar) {
        try {
            return PurgeScope.of(grammar, originals, prefixes);
        } catch (IllegalArgumentException e) {
            throw notUnderstood(String.valueOf(e.getMessage()));
        }
    }
}
