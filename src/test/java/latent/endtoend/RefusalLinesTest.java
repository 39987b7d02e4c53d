package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import latent.kit.CapturedLog;
import latent.kit.Eventually;
import latent.kit.RawHost;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.refusal.AnswerCode;
import latent.refusal.Fault;
import latent.refusal.Reason;
import latent.render.vips.LibvipsHere;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Of each kind of refusal and fault the line of the log alone says why, of which original, and what to do; and its answer leads to help. */
@NullMarked
class RefusalLinesTest {
    private static final String ORIGINAL = "dir/photo.jpg";

    @TempDir
    private Path data = Path.of("");

    @Test
    void the_log_explains_refusals_of_keys_and_requests() throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of())) {
            told(stack, log, "GET", "/dir/photo_60_40_fill_fill.jpg", Reason.MALFORMED_KEY, "-");
            told(stack, log, "GET", "/dir/photo_60_40.exe", Reason.NOT_A_RENDITION, "-");
            told(stack, log, "POST", "/dir/photo_60_40.jpg", Reason.METHOD_NOT_ALLOWED, "-");
            told(stack, log, "GET", "/dir//photo_60_40.jpg", Reason.BAD_REQUEST, "-");
            told(stack, log, "GET", "/dir/photo_60_40.jpg", Reason.RANGE_OUTSIDE, ORIGINAL, "Range: bytes=9999999-");
        }
        for (Map.Entry<Reason, Map<String, String>> each : Map.of(
                        Reason.NOT_SIGNED, Map.of("keys.signing-secrets", "a-secret-of-the-tests-1"),
                        Reason.OFF_LADDER, Map.of("keys.ladder", "600x400"),
                        Reason.NOT_FROM_THE_EDGE, Map.of("http.origin-secrets", "s3cret"))
                .entrySet()) {
            try (CapturedLog log = new CapturedLog();
                    Stack stack = start(each.getValue())) {
                String original = each.getKey() == Reason.OFF_LADDER ? ORIGINAL : "-";
                told(stack, log, "GET", "/dir/photo_60_40.jpg", each.getKey(), original);
            }
        }
    }

    @Test
    void the_log_explains_refusals_of_originals_with_the_words_of_the_engine() throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of("originals.max-megapixels", "1", "render.max-cost", "1"))) {
            damaged(stack);
            stack.putOriginal("dir/large.jpg", Stack.jpeg(1200, 900));
            told(stack, log, "GET", "/dir/missing_60_40.jpg", Reason.ORIGINAL_MISSING, "dir/missing.jpg");
            told(stack, log, "GET", "/dir/photo_60_40.jpg.avif", Reason.UNSUPPORTED_FORMAT, ORIGINAL);
            told(stack, log, "GET", "/dir/large_60_40.jpg", Reason.TOO_LARGE, "dir/large.jpg");
            told(stack, log, "GET", "/dir/photo_4096_4096_force_up_blur-500.jpg", Reason.OVER_MAX_COST, ORIGINAL);
            JsonNode line = told(stack, log, "GET", "/dir/half_60_40.jpg", Reason.NOT_A_PICTURE, "dir/half.jpg");
            assertThat(line.path("detail").asString()).contains("Exception");
        }
    }

    @Test
    void the_log_has_the_words_of_libvips_from_a_render_worker() throws Exception {
        LibvipsHere.orSkip();
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of("render.engine", "vips"))) {
            damaged(stack);
            JsonNode line = told(stack, log, "GET", "/dir/half_60_40.jpg", Reason.NOT_A_PICTURE, "dir/half.jpg");
            assertThat(line.path("detail").asString()).containsIgnoringCase("end");
        }
    }

    @Test
    void the_log_explains_lack_of_tokens_and_of_room() throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of("rate.original-daily", "1"))) {
            assertThat(stack.processor().get("/dir/photo_1_0.jpg").status()).isEqualTo(200);
            told(stack, log, "GET", "/dir/photo_2_0.jpg", Reason.ORIGINAL_RATE_LIMITED, ORIGINAL);
        }
        Map<String, String> few = Map.of(
                "rate.client-burst", "1",
                "rate.client-refill", "1",
                "rate.service-burst", "1",
                "rate.service-refill", "1",
                "http.origin-secrets", "s3cret");
        String secret = "X-Origin-Verify: s3cret";
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(few)) {
            String one = "CloudFront-Viewer-Address: 198.51.100.1:1";
            String other = "CloudFront-Viewer-Address: 198.51.100.2:1";
            String large = "dir/large.jpg";
            stack.putOriginal(large, Stack.jpeg(4000, 3000));
            assertThat(stack.processor().get("/dir/large_1_0.jpg", secret, one).status())
                    .isEqualTo(200);
            told(stack, log, "GET", "/dir/large_2_0.jpg", Reason.CLIENT_RATE_LIMITED, large, secret, one);
            told(stack, log, "GET", "/dir/large_3_0.jpg", Reason.SERVICE_RATE_LIMITED, large, secret, other);
        }
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of("render.threads", "1", "render.max-waiting", "0"))) {
            stack.putOriginal("dir/large.jpg", Stack.jpeg(4000, 3000));
            AtomicInteger width = new AtomicInteger();
            Eventually.until("two renders met", () -> {
                for (int i = 0; i < 4; i++) {
                    String path = "/dir/large_" + width.incrementAndGet() + "_0.jpg";
                    Thread.ofVirtual().start(() -> status(stack, path));
                }
                return status(stack, "/dir/large_" + width.incrementAndGet() + "_0.jpg") == 429
                        || log.lines().stream().anyMatch(line -> line.contains("NO_ROOM"));
            });
            check(log.line("\"NO_ROOM\""), Reason.NO_ROOM, "dir/large.jpg", "");
        }
    }

    @Test
    void the_log_explains_faults_of_s3_and_of_the_bytes_that_it_sends() throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of("s3.secret-key", "wrong"))) {
            JsonNode line = told(stack, log, "GET", "/dir/photo_60_40.jpg", Fault.S3_DENIED, ORIGINAL);
            assertThat(line.path("detail").asString()).contains("403");
        }
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of())) {
            stack.between.flipEvery = 1;
            told(stack, log, "GET", "/dir/photo_60_40.jpg", Fault.S3_WRONG_BYTES, ORIGINAL);
            stack.between.close();
            told(stack, log, "GET", "/dir/photo_61_40.jpg", Fault.S3_UNAVAILABLE, ORIGINAL);
        }
    }

    @Test
    void faults_of_the_host_of_an_original() throws Exception {
        RawHost.Script busy = (head, out) -> RawHost.write(out, new byte[0], "HTTP/1.1 500 Oh", "Content-Length: 0");
        try (RawHost host = new RawHost(busy);
                CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of(
                        "originals.http",
                        "shop/=http://localhost:" + host.port() + "/,inside/=http://127.0.0.1:" + host.port() + "/",
                        "originals.http-private-hosts",
                        "localhost"))) {
            JsonNode line = told(stack, log, "GET", "/shop/a_60_40.jpg", Fault.SOURCE_UNAVAILABLE, "shop/a.jpg");
            assertThat(line.path("detail").asString())
                    .contains("http://localhost:" + host.port() + "/a.jpg: it answers 500");
            line = told(stack, log, "GET", "/inside/a_60_40.jpg", Fault.SOURCE_DENIED, "inside/a.jpg");
            assertThat(line.path("detail").asString())
                    .contains("the host 127.0.0.1 has the address 127.0.0.1, which is not public");
        }
    }

    private Stack start(Map<String, String> settings) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("render.engine", "imgscalr", "log.format", "json"));
        all.putAll(settings);
        Stack stack = Stack.start(data.resolve(Integer.toString(settings.hashCode())), all);
        stack.putOriginal(ORIGINAL, Stack.jpeg(800, 600));
        return stack;
    }

    private static void damaged(Stack stack) throws Exception {
        byte[] whole = Stack.jpeg(800, 600);
        stack.putOriginal("dir/half.jpg", Arrays.copyOf(whole, whole.length / 2));
    }

    private static int status(Stack stack, String path) {
        try {
            return stack.processor().get(path).status();
        } catch (java.io.IOException closed) {
            return 0;
        }
    }

    /** Sends a request, and compares the answer and the line of the log with the reason. */
    private static JsonNode told(
            Stack stack,
            CapturedLog log,
            String method,
            String path,
            AnswerCode code,
            String original,
            String... headers)
            throws Exception {
        Answer answer = stack.processor().send(method, path, headers);
        assertThat(answer.status()).as(path).isEqualTo(code.status());
        assertThat(answer.header("Link")).contains("</-/help#" + code.anchor() + ">; rel=\"help\"");
        assertThat(stack.processor().get("/-/help").text()).contains("id=\"" + code.anchor() + "\"", code.name());
        return check(log.line("\"target\":\"" + path + "\"", "\"method\":\"" + method), code, original, answer.text());
    }

    private static JsonNode check(String logged, AnswerCode code, String original, String body) {
        JsonNode line = JsonMapper.shared().readTree(logged.substring(logged.indexOf('{')));
        assertThat(line.path("reason").asString()).isEqualTo(code.name());
        assertThat(line.path("outcome").asString()).isEqualTo(code instanceof Fault ? "fault" : "refused");
        assertThat(line.path("status").asInt()).isEqualTo(code.status());
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
        return line;
    }
}
