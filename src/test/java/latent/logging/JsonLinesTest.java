package latent.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What slf4j-simple writes, as lines of JSON. */
class JsonLinesTest {
    @Test
    void a_message_a_stack_trace_and_a_request_are_one_object_each() {
        List<JsonNode> lines = logged(() -> {
            LoggerFactory.getLogger("latent.Somewhere").warn("plain \"words\"\u2028");
            LoggerFactory.getLogger("latent.Somewhere").error("fault", new IllegalStateException("why\nnot"));
            LoggerFactory.getLogger("latent.request")
                    .info("{}", new StructuredLine().with("status", 200).in(LogFormat.JSON));
        });
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("message").asString()).isEqualTo("plain \"words\"\u2028");
        assertThat(lines.get(0).path("level").asString()).isEqualTo("WARN");
        assertThat(lines.get(1).path("message").asString()).isEqualTo("fault");
        assertThat(lines.get(1).path("stack").asString())
                .contains("IllegalStateException: why", "not", "JsonLinesTest");
        assertThat(lines.get(2).path("status").asInt()).isEqualTo(200);
        assertThat(lines.get(2).path("logger").asString()).isEqualTo("request");
        assertThat(lines.get(2).path("time").asString()).startsWith("20");
    }

    @Test
    void a_line_without_a_logger_is_an_object_at_once() {
        List<JsonNode> lines = logged(() -> System.err.println("OpenJDK 64-Bit Server VM warning: x"));
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().path("message").asString()).startsWith("OpenJDK");
    }

    @Test
    void a_message_that_only_looks_like_a_request_is_quoted() {
        List<JsonNode> lines =
                logged(() -> LoggerFactory.getLogger("latent.Somewhere").warn("{\"level\":\"x\"}"));
        assertThat(lines.getFirst().path("message").asString()).isEqualTo("{\"level\":\"x\"}");
    }

    @Test
    void a_structured_line_can_neither_be_ended_nor_extended_by_its_values() {
        StructuredLine line = new StructuredLine()
                .with("a", "x status=200 \"\n\r\u001b[31m\u0085\u202e", 100)
                .with("long", "y".repeat(100), 10)
                .withWord("none", "", 10);
        assertThat(line.in(LogFormat.TEXT))
                .isEqualTo("a=\"x status=200 \\\"\\u000a\\u000d\\u001b[31m\\u0085\\u202e\" long=yyyyyyyyyy... none=-");
        JsonNode json = JsonMapper.shared().readTree(line.in(LogFormat.JSON));
        assertThat(json.path("a").asString()).isEqualTo("x status=200 \"\n\r\u001b[31m\u0085\u202e");
        assertThat(line.in(LogFormat.JSON)).matches("[ -~]+");
    }

    @Test
    void json_of_all_kinds_of_values() {
        Object value = List.of(1, 2.5, true, Optional.empty(), Optional.of("x"), Double.NaN, Map.of("k", List.of()));
        assertThat(Json.of(value)).isEqualTo("[1,2.5,true,null,\"x\",null,{\"k\":[]}]");
    }

    private static List<JsonNode> logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (LogQueue queue = new LogQueue(before, written, LogFormat.JSON)) {
            System.setErr(queue.stream());
            work.run();
        } finally {
            System.setErr(before);
        }
        return written.toString(UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
