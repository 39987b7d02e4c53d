package latent;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs from the machine. Where it is missing the test is skipped and says so; where {@code LATENT_SKIP_NOTHING} is set, as in
 * {@code .ci/run}, it fails instead.
 */
public final class Needs {
    private Needs() {}

    /** The folder that this environment variable names. */
    public static Path folder(String variable, String what) {
        Optional<Path> folder = Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
        return present(folder, what + " (" + variable + " names their folder)");
    }

    /** The thing, or the end of the test. */
    public static <T> T present(Optional<T> thing, String what) {
        if (thing.isEmpty()) {
            String skipped = "SKIPPED: no " + what;
            System.out.println(skipped);
            Assertions.assertNull(System.getenv("LATENT_SKIP_NOTHING"), skipped);
            Assumptions.abort(skipped);
        }
        return thing.orElseThrow();
    }
}
