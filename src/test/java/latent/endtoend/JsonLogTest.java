package latent.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import latent.kit.CapturedLog;
import latent.kit.Eventually;
import latent.kit.ServeProcess;
import latent.kit.Stack;
import latent.local.RawHttp;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of the real program as JSON, and what it says of answers that were cut off. */
@NullMarked
class JsonLogTest {
    private static final int LARGE = 40 << 20;

    @TempDir
    private Path data = Path.of("");

    @Test
    void every_line_of_the_program_is_an_object_stack_traces_too() throws Exception {
        Path log = data.resolve("log");
        try (Stack stack = Stack.start(data.resolve("buckets"), Map.of("render.engine", "imgscalr"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(200, 100));
            List<String> command = new ArrayList<>(ServeProcess.command(stack.between.url(), "-Xmx256m"));
            command.addAll(List.of("--set", "log.format=json"));
            Process program =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            try {
                RawHttp http = RawHttp.to(URI.create("http://localhost:" + ServeProcess.port(program)));
                assertThat(http.get("/a_60_0.jpg").status()).isEqualTo(200);
                stack.putOriginal("b.jpg", Stack.jpeg(200, 100)); // the other is still in memory
                stack.between.flipEvery = 1;
                assertThat(http.get("/b_61_0.jpg").status()).isEqualTo(503);
                Eventually.until(
                        "the fault is logged", () -> Files.readString(log).contains("S3_WRONG_BYTES"));
            } finally {
                program.destroy();
                program.waitFor();
            }
        }
        List<JsonNode> lines = Files.readString(log, UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.isObject()).isTrue();
            assertThat(line.path("level").asString()).isNotBlank();
        });
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("logger").asString()).isEqualTo("request");
            assertThat(line.path("outcome").asString()).isEqualTo("rendered");
            assertThat(line.path("original").asString()).isEqualTo("a.jpg");
        });
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.path("message").asString()).startsWith("fault: ");
            assertThat(line.path("stack").asString()).contains("\tat latent.");
        });
    }

    @Test
    void a_visitor_who_leaves_and_bytes_that_are_wrong_half_way_are_told_apart() throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            store(stack, "left_1_1.png");
            store(stack, "wrong_1_1.png");
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stack.service.port())) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write("GET /left_1_1.png HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
                socket.getInputStream().readNBytes(1_000);
            }
            assertThat(log.line("target=/left_1_1.png"))
                    .contains("outcome=fault", "reason=CUT_OFF", "original=left.png");
            stack.between.flipEvery = 2;
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stack.service.port())) {
                socket.getOutputStream().write("GET /wrong_1_1.png HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
                socket.getInputStream().readAllBytes();
            }
            assertThat(log.line("target=/wrong_1_1.png"))
                    .contains("outcome=fault", "reason=S3_WRONG_BYTES", "original=wrong.png");
        }
    }

    private static void store(Stack stack, String key) {
        byte[] bytes = new byte[LARGE];
        new Random(1).nextBytes(bytes);
        stack.s3
                .client()
                .putObject(
                        put -> put.bucket("renditions").key(key).contentType("image/png"),
                        RequestBody.fromBytes(bytes));
    }
}
