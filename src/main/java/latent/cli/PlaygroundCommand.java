package latent.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latent playground}. */
@Command(
        name = "playground",
        description = {
            "Write the page to try renditions on into a folder, for the website of a deployment with these settings.",
            "",
            "A deployment has no such page until the folder is put into its bucket of renditions, under -/playground/. Whoever finds it there"
                    + " can do what every visitor can: ask for renditions, within the limits. No secret is in it.",
        })
final class PlaygroundCommand implements Callable<Integer> {
    private final Actions actions;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(index = "0", paramLabel = "DIR", description = "Is created; its files of the same names are replaced.")
    private Path folder = Path.of("playground");

    @Option(
            names = "--original",
            paramLabel = "KEY",
            description = "An original to choose from; may stand several times.")
    private List<String> originals = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PlaygroundCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() throws Exception {
        actions.playground(folder, originals, settings.sources());
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "The page is in %s. To have it at /-/playground/ of the website:%n  aws s3 sync %s s3://%s/-/playground/%n",
                folder, folder, settings.sources().read().buckets().renditions());
        out.flush();
        return ExitCode.OK;
    }
}
