package latent.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import latent.config.SettingSources;
import picocli.CommandLine.ExitCode;

/**
 * {@code latent serve} without a flag, as a container starts it: there is nothing to parse. Picocli takes 0.2 seconds of a start, because its classes are of a
 * version that no ahead-of-time cache holds (49, Java 5).
 */
final class ServeByEnvironment {
    private ServeByEnvironment() {}

    static boolean isMeantBy(String... words) {
        return words.length == 1 && words[0].equals("serve");
    }

    /** Serves with the settings of the environment; the exit code, as {@link LatentCommand#run} has it. */
    static int run(Actions actions) {
        try {
            actions.serve(new SettingSources().withEnvironment(System.getenv()));
            return ExitCode.OK;
        } catch (Exception failure) {
            return FailureReport.tell(
                    failure, ExitCode.SOFTWARE, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        }
    }
}
