package latent.cli;

import java.nio.file.Path;
import java.util.Optional;
import latent.config.SettingSources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code latent demo}. */
@Command(
        name = "demo",
        description = {
            "Run everything on this machine: an S3 server, the website in front of it, and the processor. Nothing to install, nothing"
                    + " to pay; it listens on loopback only and stops with Ctrl-C.",
            "",
            "Open the website's address in a browser: each picture on the page is made when the browser first asks for it."
        })
final class DemoCommand extends SettingsCommand {
    private static final String PORT = "Default: ${DEFAULT-VALUE}; 0 for any that is free.";

    private final Actions actions;

    @Option(
            names = "--originals",
            paramLabel = "DIR",
            description = "Pictures to start with; without it a few are drawn.")
    private @Nullable Path originals;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".latent/demo",
            description = "Where both buckets are kept for the next start (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(".latent", "demo");

    @Option(names = "--website-port", defaultValue = "8080", description = PORT)
    private int websitePort;

    @Option(names = "--processor-port", defaultValue = "8081", description = PORT)
    private int processorPort;

    @Option(names = "--s3-port", defaultValue = "9000", description = PORT)
    private int s3Port;

    DemoCommand(Actions actions) {
        this.actions = actions;
    }

    @Override
    boolean run(SettingSources sources) throws Exception {
        actions.demo(
                new DemoOptions(Optional.ofNullable(originals), data, websitePort, processorPort, s3Port), sources);
        return true;
    }
}
