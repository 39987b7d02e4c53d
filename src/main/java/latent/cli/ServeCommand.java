package latent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code latent serve}. */
@Command(
        name = "serve",
        description = {
            "Run the processor.",
            "",
            "It answers GET /<rendition key>, and what docs/operations.md lists under /-/. A redirect from the website"
                    + " bucket leads here; the rendition is made, answered, and stored under the same key."
        })
final class ServeCommand implements Callable<Integer> {
    private final Actions actions;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    ServeCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() throws Exception {
        actions.serve(settings.sources());
        return ExitCode.OK;
    }
}
