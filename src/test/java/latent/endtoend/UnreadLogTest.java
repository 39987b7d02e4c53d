package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import latent.kit.ServeProcess;
import latent.kit.Stack;
import latent.local.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real program, with standard error in a pipe that nobody reads. */
class UnreadLogTest {
    private static final int REQUESTS = 10_000;

    @TempDir
    private Path data;

    @Test
    @Timeout(300)
    void a_log_that_nobody_reads_stops_no_request_and_says_afterwards_what_was_lost() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            Process program = new ProcessBuilder(ServeProcess.command(stack.between.url(), "-Xmx256m"))
                    .redirectError(ProcessBuilder.Redirect.PIPE)
                    .start();
            try {
                RawHttp http = RawHttp.to(URI.create("http://localhost:" + ServeProcess.port(program)));
                for (int i = 0; i < REQUESTS; i++) {
                    assertThat(http.get("/no-rendition").status()).isEqualTo(404);
                }
                assertThat(ServeProcess.metric(http, "latent_log_dropped")).isPositive();
                Thread reader = Thread.ofVirtual().start(() -> awaitLine(program, "lines were dropped"));
                for (int i = 0; i < 100 && reader.isAlive(); i++) {
                    http.get("/no-rendition");
                    Thread.sleep(100);
                }
                assertThat(reader.isAlive()).isFalse();
            } finally {
                program.destroyForcibly();
            }
        }
    }

    private static void awaitLine(Process program, String text) {
        boolean seen = new BufferedReader(new InputStreamReader(program.getErrorStream(), StandardCharsets.UTF_8))
                .lines()
                .anyMatch(line -> line.contains(text));
        assertThat(seen).as(text).isTrue();
    }
}
