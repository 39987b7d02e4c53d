package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The whole loop over real HTTP: website, redirect, processor, S3, website. */
abstract class LazyRenditionSetUp {
    Stack stack;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        stack = Stack.start(data, Map.of("render.engine", engine()));
        stack.putOriginal("widgets/myimage.jpg", Stack.jpeg(1200, 900));
    }

    /** The engine that makes these claims true; {@link LazyRenditionOnVipsTest} asks the other. */
    String engine() {
        return "imgscalr";
    }

    @AfterEach
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.text())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("Javalin");
        assertThat(answer.header("X-Evil")).isEmpty();
    }
}
