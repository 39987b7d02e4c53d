package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latent.kit.CapturedLog;
import latent.kit.Stack;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a visitor writes, one request is one line of bounded length, and triggers no alarm that is meant for other lines. */
@NullMarked
class LogInjectionTest {
    private static final int MOST = 4_000;

    private static final List<String> TARGETS = List.of(
            "/write-back%20of%20x%20failed_1_1.jpg",
            "/write-back%20of%20x%20failed_1_1_fill_fill.jpg",
            "/Renditions%20were%20not%20kept%20for%20S3_1_1.jpg",
            "/a%0d%0a2026-01-01T00:00:00.000Z%20WARN%20WriteBack%20-%20write-back%20of%20x%20failed_1_1.jpg",
            "/%1b%5b31m_1_1.jpg",
            "/%e2%80%a8%e2%80%ae_1_1.jpg",
            "/a\"%20status=200%20outcome=stored_1_1.jpg",
            "/" + "%f0%9f%98%80".repeat(200) + "_1_1.jpg",
            "/" + "a".repeat(5_000) + "_1_1.jpg");

    @TempDir
    private Path data = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void a_hostile_target_is_one_bounded_line_in_printable_ascii(String format) throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = Stack.start(
                        data, Map.of("render.engine", "imgscalr", "keys.alphabet", "unicode", "log.format", format))) {
            for (String target : TARGETS) {
                String id = stack.processor()
                        .get(target, "X-Amz-Cf-Id: a\"b")
                        .header("X-Request-Id")
                        .orElseThrow();
                String line = log.line(id);
                assertThat(line).matches("[ -~]+").hasSizeLessThan(MOST);
                assertThat(line).doesNotContain("write-back of", "Renditions were not kept for S3");
                assertThat(log.lines().stream().filter(other -> other.contains(id)))
                        .hasSize(1);
            }
            assertThat(log.lines().stream().filter(line -> !line.contains(" INFO request - ") && line.contains("_1_1")))
                    .isEmpty();
        }
    }
}
