package latent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code latent prepare}. */
@Command(
        name = "prepare",
        description = {
            "Do once what would make the first start slow, and say which engine will render.",
            "",
            "The launcher does this after each build, and so does the container image, whose virtual machine records it"
                    + " (-XX:AOTCacheOutput=FILE) and starts in half the time from then on (-XX:AOTCache=FILE)."
        })
final class PrepareCommand implements Callable<Integer> {
    private final Actions actions;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    PrepareCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() throws Exception {
        actions.prepare(settings.sources());
        return ExitCode.OK;
    }
}
