package latent.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latent.kit.Eventually;
import latent.kit.ServeProcess;
import latent.kit.Stack;
import latent.local.RawHttp;
import latent.pictures.Encoded;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metric filters that Terraform puts on the log find the lines of the real program that they are there for, and no others. */
class CountedLinesTest {
    private static final Path MONITORING = Path.of("terraform", "modules", "monitoring", "main.tf");
    private static final Pattern FILTER = Pattern.compile(
            "(?m)^    (?<name>[a-z-]+) = \\{\\R(?:.*\\R)?\\s*pattern\\s+= \"(?<pattern>(?:\\\\.|[^\"\\\\])*)\"");
    private static final Pattern TERM = Pattern.compile("\"([^\"]+)\"|(\\S+)");

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void a_write_back_that_fails_and_one_that_is_dropped_are_counted_and_nothing_else_is(String format)
            throws Exception {
        Path log = data.resolve("log");
        try (Stack stack = Stack.start(data.resolve("buckets"), Map.of("render.engine", "imgscalr"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(200, 100));
            stack.putOriginal("noise.jpg", Encoded.jpeg(noise()));
            List<String> command = new ArrayList<>(ServeProcess.command(stack.between.url(), "-Xmx256m"));
            command.addAll(List.of("--set", "log.format=" + format, "--set", "write-back.max-mebibytes=1"));
            Process program =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            try {
                RawHttp http = RawHttp.to(URI.create("http://localhost:" + ServeProcess.port(program)));
                assertThat(http.get("/a_60_0.jpg").status()).isEqualTo(200);
                assertThat(http.get("/none_60_0.jpg").status()).isEqualTo(404);
                assertThat(stack.storedAfter(1)).containsExactly("a_60_0.jpg");
                Eventually.until(
                        "requests are logged", () -> Files.readString(log).contains("none_60_0.jpg"));
                assertThat(counted(log)).isEmpty();

                stack.between.refusePuts = true;
                assertThat(http.get("/a_61_0.jpg").status()).isEqualTo(200);
                Eventually.until("the failure is counted", () -> counted(log).containsKey("write-back-failed"));
                assertThat(http.get("/noise_1000_0.jpg.png").status()).isEqualTo(200);
                Eventually.until("the drop is counted", () -> counted(log).containsKey("write-back-dropped"));
            } finally {
                program.destroy();
                program.waitFor();
            }
        }
        assertThat(counted(log).get("write-back-failed")).allMatch(line -> line.contains("a_61_0.jpg"));
        assertThat(counted(log).get("write-back-dropped")).allMatch(line -> line.contains("write-back.max-mebibytes"));
    }

    /** By the names of the filters, the lines of the log that CloudWatch would count: those that hold each of a pattern's terms. */
    private static Map<String, List<String>> counted(Path log) throws IOException {
        Map<String, List<String>> found = new HashMap<>();
        Map<String, List<String>> filters = filters();
        for (String line : Files.readString(log, UTF_8).lines().toList()) {
            filters.forEach((name, terms) -> {
                if (terms.stream().allMatch(line::contains)) {
                    found.computeIfAbsent(name, any -> new ArrayList<>()).add(line);
                }
            });
        }
        return found;
    }

    private static Map<String, List<String>> filters() throws IOException {
        Map<String, List<String>> filters = new HashMap<>();
        FILTER.matcher(Files.readString(MONITORING, UTF_8))
                .results()
                .forEach(filter -> filters.put(
                        filter.group("name"),
                        TERM.matcher(filter.group("pattern").replace("\\\"", "\""))
                                .results()
                                .flatMap(term -> Stream.of(term.group(1), term.group(2)))
                                .filter(term -> term != null)
                                .toList()));
        assertThat(filters).containsOnlyKeys("write-back-failed", "write-back-dropped");
        return filters;
    }

    /** A picture whose PNG is larger than 1 MiB. */
    private static BufferedImage noise() {
        BufferedImage noise = new BufferedImage(1000, 700, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < noise.getHeight(); y++) {
            for (int x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return noise;
    }
}
