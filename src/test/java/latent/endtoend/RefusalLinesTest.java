package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import latent.Service;
import latent.kit.CapturedLog;
import latent.kit.Eventually;
import latent.kit.ScriptedEngine;
import latent.kit.Stack;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.render.Engine;
import latent.render.RenderDeadline;
import latent.render.RenderPool;
import latent.render.vips.LibvipsHere;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Of each kind of refusal the line of the log alone says why, of which original, and what to do; and its answer leads to help. */
@NullMarked
class RefusalLinesTest extends CodeLinesSetUp {
    @Test
    @ReadsLinesOf(
            refusals = {
                Reason.MALFORMED_KEY,
                Reason.NOT_A_RENDITION,
                Reason.METHOD_NOT_ALLOWED,
                Reason.BAD_REQUEST,
                Reason.RANGE_OUTSIDE,
                Reason.NOT_SIGNED,
                Reason.OFF_LADDER,
                Reason.NOT_FROM_THE_EDGE
            })
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
    @ReadsLinesOf(
            refusals = {
                Reason.ORIGINAL_MISSING,
                Reason.UNSUPPORTED_FORMAT,
                Reason.TOO_LARGE,
                Reason.OVER_MAX_COST,
                Reason.NOT_A_PICTURE
            })
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
    @ReadsLinesOf(refusals = Reason.RENDER_LIMIT_REACHED)
    void the_log_explains_a_render_that_was_ended_at_its_limit() throws Exception {
        RenderDeadline deadline = new RenderDeadline(Duration.ofMillis(100), Duration.ofMinutes(5));
        Engine endless = new ScriptedEngine(job -> {
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
            return new byte[0];
        });
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(Map.of());
                Service service = startWith(new RenderPool(endless, 1, deadline, new Meters()), stack)) {
            JsonNode line =
                    told(http(service), log, "GET", "/dir/photo_60_40.jpg", Reason.RENDER_LIMIT_REACHED, ORIGINAL);
            assertThat(line.path("detail").asString()).isEqualTo("PROCESSOR_TIME");
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
    @ReadsLinesOf(
            refusals = {
                Reason.ORIGINAL_RATE_LIMITED,
                Reason.CLIENT_RATE_LIMITED,
                Reason.SERVICE_RATE_LIMITED,
                Reason.NO_ROOM
            })
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
            check(log.line("\"NO_ROOM\""), Reason.NO_ROOM, 429, "dir/large.jpg", "");
        }
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
}
