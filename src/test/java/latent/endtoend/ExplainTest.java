package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /-/explain/<key>}: how a key is understood, what it would cost, why it is refused; without making anything. */
@NullMarked
class ExplainTest {
    @TempDir
    private Path data = Path.of("");

    @Test
    void a_key_that_would_be_made_is_explained_and_not_made() throws Exception {
        try (Stack stack = start(Map.of())) {
            stack.putOriginal("dir/a b.jpg", Stack.jpeg(1200, 900));
            JsonNode said = explain(stack, "dir/a%20b_300_0_blur-5.jpg.png");
            assertThat(said.path("key").asString()).isEqualTo("dir/a b_300_0_blur-5.jpg.png");
            assertThat(said.path("understood").path("original").asString()).isEqualTo("dir/a b.jpg");
            assertThat(said.path("understood").path("canonical").asString()).isEqualTo("300x0_blur-5.png");
            assertThat(said.path("understood").path("options").get(0).asString())
                    .isEqualTo("blur-5");
            assertThat(said.path("original").path("width").asInt()).isEqualTo(1200);
            assertThat(said.path("original").path("format").asString()).isEqualTo("jpg");
            assertThat(said.path("cost").path("cpuSeconds").asDouble()).isPositive();
            assertThat(said.path("cost").path("megapixels").asDouble()).isPositive();
            assertThat(said.path("cost").path("memoryBytes").asLong()).isPositive();
            assertThat(said.path("answer").path("status").asInt()).isEqualTo(200);
            assertThat(said.has("source")).isFalse();
            assertThat(stack.metric("latent_render_seconds_count")).isZero();
            assertThat(stack.stored()).isEmpty();

            stack.processor().get("/dir/a%20b_300_0_blur-5.jpg.png");
            stack.storedAfter(1);
            assertThat(explain(stack, "dir/a%20b_300_0_blur-5.jpg.png")
                            .path("source")
                            .asString())
                    .isEqualTo("stored");
        }
    }

    /** The explanation is compared with what a visitor gets. */
    @Test
    void a_refusal_is_explained_as_it_is_given() throws Exception {
        try (Stack stack = start(Map.of(
                "keys.ladder", "300x0,4096x4096", "render.max-cost", "1", "http.help", "https://docs.example/help"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(1200, 900));
            stack.putOriginal("text.jpg", "no picture at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (String key : List.of(
                    "a_300_0_fill_fill.jpg",
                    "a_301_0.jpg",
                    "missing_300_0.jpg",
                    "text_300_0.jpg",
                    "a_300_0.jpg.avif",
                    "a_4096_4096_force_up_blur-500.jpg")) {
                JsonNode told = explain(stack, key).path("answer");
                Answer given = stack.processor().get("/" + key);
                assertThat(told.path("status").asInt())
                        .as(key)
                        .isEqualTo(given.status())
                        .isGreaterThan(399);
                assertThat(told.path("sentence").asString() + "\n").isEqualTo(given.text());
                assertThat(given.header("Link"))
                        .contains("<" + told.path("help").asString() + ">; rel=\"help\"");
                assertThat(told.path("remedy").asString()).isNotBlank();
            }
            JsonNode costly = explain(stack, "a_4096_4096_force_up_blur-500.jpg");
            assertThat(costly.path("cost").path("cpuSeconds").asDouble()).isGreaterThan(1);
        }
    }

    @Test
    void an_explanation_costs_a_look_up_and_is_refused_when_there_are_no_tokens() throws Exception {
        try (Stack stack = start(Map.of("rate.client-burst", "2", "rate.client-refill", "1"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(100, 100));
            int before = stack.between.gets.get();
            JsonNode last = explain(stack, "a_1_0.jpg");
            for (int width = 2; width <= 20; width++) {
                last = explain(stack, "a_" + width + "_0.jpg");
            }
            assertThat(last.path("answer").path("reason").asString()).isEqualTo("CLIENT_RATE_LIMITED");
            assertThat(stack.between.gets.get() - before).isLessThan(20);
        }
    }

    private Stack start(Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("render.engine", "imgscalr", "keys.alphabet", "unicode"));
        all.putAll(settings);
        return Stack.start(data, all);
    }

    private static JsonNode explain(Stack stack, String key) throws Exception {
        Answer answer = stack.processor().get("/-/explain/" + key);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/json");
        return JsonMapper.shared().readTree(answer.text());
    }
}
