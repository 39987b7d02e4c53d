package latent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import latent.check.DeployedTopology;
import latent.kit.Stack;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deployment that shows fallback pictures passes like one that does not, and a fallback picture is not taken for a rendition. */
class CheckFallbackTest extends CheckSetUp {
    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({"REDIRECT, refusal", "REDIRECT, 200", "FAILOVER, refusal", "FAILOVER, 200"})
    void a_fallback_picture_is_told_from_a_picture_under_either_status(DeployedTopology topology, String status)
            throws Exception {
        try (Stack own =
                CheckedDeployment.under(data, Map.of("fallback.picture", "builtin", "fallback.status", status))) {
            stage.close();
            stage = new CheckedDeployment(own);
            stage.topology = topology;
            Report right = run();
            assertThat(right.failed()).isEmpty();
            assertThat(right.line("missing original is 404")).startsWith("ok").contains("There is no original");
            assertThat(right.line("404 is kept shortly")).contains("public, max-age=60");

            own.s3.client().deleteObject(gone -> gone.bucket("originals").key("widgets/myimage.jpg"));
            Report missing = run();
            assertThat(missing.line("processor makes the picture"))
                    .startsWith("FAILED")
                    .contains("a fallback picture stands in for /widgets/myimage.jpg");
            assertThat(missing.line("a first visit, whole")).startsWith("FAILED");
        }
    }
}
