package latent.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import latent.kit.Needs;
import org.junit.jupiter.api.Test;

/** Builders of keys in other languages say what the parser says. */
class BuilderVectorsTest {
    private static final Path VECTORS = Path.of("builders/vectors.json");

    @Test
    void the_vectors_say_what_the_parser_says() throws Exception {
        if (Boolean.getBoolean("builder-vectors.write")) {
            Files.writeString(VECTORS, BuilderVectors.text());
        }
        assertThat(VECTORS)
                .as("mvn test -Dtest=BuilderVectorsTest -Dbuilder-vectors.write=true makes it anew")
                .hasContent(BuilderVectors.text());
    }

    @Test
    void the_javascript_module_keeps_to_the_vectors_and_to_its_own_tests() throws Exception {
        Process node = start("node", "--test", "builders/javascript/test/");
        String said = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        // a folder without tests would be a success too
        assertThat(said).containsPattern("# pass [1-9]").contains("# skipped 0");
    }

    private static Process start(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return Needs.present(Optional.empty(), "node, which runs the JavaScript module", "install Node.js");
        }
    }
}
