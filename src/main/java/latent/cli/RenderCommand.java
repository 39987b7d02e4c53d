package latent.cli;

import java.nio.file.Path;
import latent.config.SettingSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code latent render}. */
@Command(
        name = "render",
        description = {
            "Render one file into another, by the same way as for a visitor.",
            "",
            "KEY says what to make of it, as in a URL: x_600_400_fill.jpg, x_600_0.jpg.webp."
        })
final class RenderCommand extends SettingsCommand {
    private final Actions actions;

    @Parameters(index = "0", paramLabel = "IN", description = "The original.")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "KEY", description = "A rendition key; only its transformation counts.")
    private String key = "";

    @Parameters(index = "2", paramLabel = "OUT", description = "Where the rendition goes.")
    private Path out = Path.of("");

    RenderCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    boolean run(SettingSources sources) throws Exception {
        actions.render(in, key, out, sources);
        return true;
    }
}
