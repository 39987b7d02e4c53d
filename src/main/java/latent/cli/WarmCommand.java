package latent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** {@code latent warm}. */
@Command(
        name = "warm",
        description = {
            "Work off changes of originals, as S3 tells them to the queue warm.queue.",
            "",
            "When an original was replaced, its renditions are removed from the website bucket and from CloudFront"
                    + " (purge.distributions), and made again before anyone asks; when it was removed, so are they."
        })
final class WarmCommand implements Callable<Integer> {
    private final Actions actions;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    WarmCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    public Integer call() throws Exception {
        actions.warm(settings.sources());
        return ExitCode.OK;
    }
}
