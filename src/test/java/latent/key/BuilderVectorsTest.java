package latent.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import latent.kit.BesideOtherClasses;
import latent.kit.NodeJs;
import org.junit.jupiter.api.Test;

/** Builders of keys in other languages agree with the parser. */
@BesideOtherClasses
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
        String said = NodeJs.run(Path.of("builders/javascript"), "--test");
        // a folder without tests would be a success too
        assertThat(said).containsPattern("# pass [1-9]").contains("# skipped 0");
    }
}
