package latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latent.local.RawHttp;
import latent.local.TestS3;
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
            Process program = new ProcessBuilder(command(stack.between.url()))
                    .redirectError(ProcessBuilder.Redirect.PIPE)
                    .start();
            try {
                RawHttp http = RawHttp.to(URI.create("http://localhost:" + port(program)));
                for (int i = 0; i < REQUESTS; i++) {
                    assertThat(http.get("/no-rendition").status()).isEqualTo(404);
                }
                assertThat(dropped(http)).isPositive();
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

    private static List<String> command(URI s3) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "latent.Main",
                "serve",
                "--set",
                "http.host=127.0.0.1",
                "--set",
                "http.port=0",
                "--set",
                "render.engine=imgscalr",
                "--set",
                "s3.endpoint=" + s3,
                "--set",
                "s3.access-key=" + TestS3.ACCESS_KEY,
                "--set",
                "s3.secret-key=" + TestS3.SECRET_KEY);
    }

    private static int port(Process program) throws Exception {
        String line =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(line).startsWith("Latent listens on port ");
        return Integer.parseInt(line.replaceAll("\\D*(\\d+);.*", "$1"));
    }

    private static double dropped(RawHttp http) throws Exception {
        return http.get("/-/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("latent_log_dropped "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void awaitLine(Process program, String text) {
        boolean seen = new BufferedReader(new InputStreamReader(program.getErrorStream(), StandardCharsets.UTF_8))
                .lines()
                .anyMatch(line -> line.contains(text));
        assertThat(seen).as(text).isTrue();
    }
}
