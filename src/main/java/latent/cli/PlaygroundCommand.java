package latent.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import latent.config.SettingSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code latent playground}. */
@Command(
        name = "playground",
        description = {
            "Write the page to try renditions on into a folder, for the website of a deployment with these settings.",
            "",
            "A deployment has no such page until the folder is put into its bucket of renditions, under -/playground/. Whoever finds it there"
                    + " can do what every visitor can: ask for renditions, within the limits. No secret is in it.",
        })
final class PlaygroundCommand extends SettingsCommand {
    private final Actions actions;

    @Parameters(index = "0", paramLabel = "DIR", description = "Is created; its files of the same names are replaced.")
    private Path folder = Path.of("playground");

    @Option(
            names = "--original",
            paramLabel = "KEY",
            description = "An original to choose from; may stand several times.")
    private List<String> originals = List.of();

    PlaygroundCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    boolean run(SettingSources sources) throws Exception {
        actions.playground(folder, originals, sources);
        PrintWriter out = out();
        out.printf(
                "The page is in %s. To have it at /-/playground/ of the website:%n  aws s3 sync %s s3://%s/-/playground/%n",
                folder, folder, sources.read().buckets().renditions());
        out.flush();
        return true;
    }
}
