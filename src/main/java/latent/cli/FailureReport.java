package latent.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import latent.config.ConfigurationException;
import latent.local.LocalLibrariesMissing;
import latent.local.web.PortInUse;
import latent.purge.PurgeFailed;
import latent.refusal.Refusal;
import latent.render.EngineUnavailable;
import latent.spark.JobFailed;
import latent.spark.SparkLibrariesMissing;
import picocli.CommandLine.ExitCode;

/** Says why a command failed: a wrong use or setting in one sentence, a fault of the program with its stack trace, which helps to find it. */
final class FailureReport {
    private static final List<Class<? extends Exception>> TOLD_IN_A_SENTENCE = List.of(
            ConfigurationException.class,
            IOException.class,
            UncheckedIOException.class,
            PortInUse.class,
            LocalLibrariesMissing.class,
            Refusal.class,
            EngineUnavailable.class,
            PurgeFailed.class,
            SparkLibrariesMissing.class,
            JobFailed.class);

    private FailureReport() {}

    /**
     * Tells of it.
     *
     * @param failed exit code of the command where it fails
     * @return the exit code
     */
    static int tell(Exception failure, int failed, PrintWriter to) {
        if (TOLD_IN_A_SENTENCE.stream().anyMatch(kind -> kind.isInstance(failure))) {
            to.println("latent: " + failure.getMessage());
        } else {
            failure.printStackTrace(to);
        }
        to.flush();
        return failure instanceof ConfigurationException ? ExitCode.USAGE : failed;
    }
}
