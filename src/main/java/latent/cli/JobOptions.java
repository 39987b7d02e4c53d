package latent.cli;

import java.io.Console;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of commands that are jobs of Spark. */
final class JobOptions {
    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "Where Spark runs: this machine, or a cluster (default: ${DEFAULT-VALUE}).")
    private String master = "";

    @Option(names = "--json", description = "Report as one line of JSON on standard output.")
    private boolean json;

    @Option(
            names = "--progress",
            negatable = true,
            description = "Show progress on standard error; in a terminal it is shown anyway.")
    private boolean progress =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();

    String master() {
        return master;
    }

    boolean json() {
        return json;
    }

    boolean progress() {
        return progress;
    }
}
