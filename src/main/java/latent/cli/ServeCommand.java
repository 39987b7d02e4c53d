package latent.cli;

import latent.config.SettingSources;
import picocli.CommandLine.Command;

/** {@code latent serve}. */
@Command(
        name = "serve",
        description = {
            "Run the processor.",
            "",
            "It answers GET /<rendition key>, and what docs/operations.md lists under /-/. A redirect from the website"
                    + " bucket leads here; the rendition is made, answered, and stored under the same key."
        })
final class ServeCommand extends SettingsCommand {
    private final Actions actions;

    ServeCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    boolean run(SettingSources sources) throws Exception {
        actions.serve(sources);
        return true;
    }
}
