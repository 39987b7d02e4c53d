package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import latent.Service;
import latent.ServiceWithEngine;
import latent.config.SettingSources;
import latent.kit.CapturedLog;
import latent.kit.S3Settings;
import latent.kit.Stack;
import latent.local.RawHttp;
import latent.local.RawHttp.Answer;
import latent.refusal.AnswerCode;
import latent.refusal.Fault;
import latent.render.Engine;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A processor with the portable engine that logs as JSON, and the reading of the line of a refusal or fault. A test must read those that it names. */
@NullMarked
abstract class CodeLinesSetUp {
    static final String ORIGINAL = "dir/photo.jpg";

    private final Set<AnswerCode> read = new HashSet<>();

    @TempDir
    private Path data = Path.of("");

    @AfterEach
    void it_has_read_the_line_of_each_code_that_it_names(TestInfo test) {
        assertThat(read).containsAll(named(test.getTestMethod().orElseThrow()).toList());
    }

    /** The codes whose lines this test reads. */
    static Stream<AnswerCode> named(Method test) {
        return Optional.ofNullable(test.getAnnotation(ReadsLinesOf.class)).stream()
                .flatMap(codes -> Stream.concat(Stream.of(codes.refusals()), Stream.of(codes.faults())));
    }

    Stack start(Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("render.engine", "imgscalr", "log.format", "json"));
        all.putAll(settings);
        Stack stack = Stack.start(data.resolve(Integer.toString(settings.hashCode())), all);
        stack.putOriginal(ORIGINAL, Stack.jpeg(800, 600));
        return stack;
    }

    /** Another processor of this stack, with this engine. */
    static Service startWith(Engine engine, Stack stack) {
        Map<String, String> settings =
                S3Settings.of(stack.between.url(), "http.host", "127.0.0.1", "http.port", "0", "log.format", "json");
        return ServiceWithEngine.start(
                new SettingSources().with(settings, "test").read(), engine);
    }

    static RawHttp http(Service service) {
        return RawHttp.to(URI.create("http://localhost:" + service.port()));
    }

    JsonNode told(
            Stack stack,
            CapturedLog log,
            String method,
            String path,
            AnswerCode code,
            String original,
            String... headers)
            throws Exception {
        return told(stack.processor(), log, method, path, code, original, headers);
    }

    /** Sends a request, and compares the answer and the line of the log with the code. */
    JsonNode told(
            RawHttp processor,
            CapturedLog log,
            String method,
            String path,
            AnswerCode code,
            String original,
            String... headers)
            throws Exception {
        Answer answer = processor.send(method, path, headers);
        assertThat(answer.status()).as(path).isEqualTo(code.status());
        assertThat(answer.header("Link")).contains("</-/help#" + code.anchor() + ">; rel=\"help\"");
        assertThat(processor.get("/-/help").text()).contains("id=\"" + code.anchor() + "\"", code.name());
        String line = log.line("\"target\":\"" + path + "\"", "\"method\":\"" + method);
        return check(line, code, code.status(), original, answer.text());
    }

    /** Compares a line of the log with the code, and with the status that was sent. */
    JsonNode check(String logged, AnswerCode code, int status, String original, String body) {
        JsonNode line = JsonMapper.shared().readTree(logged.substring(logged.indexOf('{')));
        assertThat(line.path("reason").asString()).isEqualTo(code.name());
        assertThat(line.path("outcome").asString()).isEqualTo(code instanceof Fault ? "fault" : "refused");
        assertThat(line.path("status").asInt()).isEqualTo(status);
        assertThat(line.path("original").asString()).isEqualTo(original);
        assertThat(line.path("remedy").asString()).isEqualTo(code.remedy());
        String sentence = line.path("sentence").asString();
        assertThat(sentence).isNotBlank();
        if (code instanceof Fault) {
            assertThat(sentence).isEqualTo(code.cause());
            assertThat(line.path("detail").asString()).isNotBlank();
        } else if (!body.isEmpty()) {
            assertThat(body.strip()).isEqualTo(sentence);
        }
        read.add(code);
        return line;
    }
}
