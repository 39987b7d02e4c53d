package latent.cli;

import latent.config.SettingSources;
import picocli.CommandLine.Command;

/** {@code latent prepare}. */
@Command(
        name = "prepare",
        description = {
            "Do once what would make the first start slow, and say which engine will render.",
            "",
            "The launcher does this after each build, and so does the container image, whose virtual machine records it"
                    + " (-XX:AOTCacheOutput=FILE) and starts in half the time from then on (-XX:AOTCache=FILE)."
        })
final class PrepareCommand extends SettingsCommand {
    private final Actions actions;

    PrepareCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    boolean run(SettingSources sources) throws Exception {
        actions.prepare(sources);
        return true;
    }
}
