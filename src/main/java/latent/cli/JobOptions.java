package latent.cli;

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
            description = "Show progress on standard error; where that is a terminal it is shown anyway.")
    private boolean progress = System.console() != null && System.console().isTerminal();

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
