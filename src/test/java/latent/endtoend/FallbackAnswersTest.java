package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small picture in place of a refusal's sentence, over real HTTP; with the portable engine. */
class FallbackAnswersTest extends FallbackSetUp {
    private static final Map<String, String> SHOWN = Map.of("fallback.picture", "builtin");

    @ParameterizedTest
    @ValueSource(strings = {"refusal", "200"})
    void an_original_that_cannot_be_shown_is_a_picture_kept_as_shortly_as_the_refusal(String status) throws Exception {
        try (Stack plain = start("plain", Map.of());
                Stack stack = start("shown", Map.of("fallback.picture", "builtin", "fallback.status", status))) {
            double renders = stack.metric("latent_render_seconds_count");
            for (Map.Entry<String, String> refused : REFUSED.entrySet()) {
                String path = refused.getKey();
                int asked = plain.between.gets.get();
                Answer sentence = plain.processor().get(path);
                asked = plain.between.gets.get() - asked;
                assertSentence(sentence, sentence.status());
                int before = stack.between.gets.get();
                Answer answer = stack.processor().get(path, "Accept: image/avif,image/webp,image/*,*/*;q=0.8");
                int expected = status.equals("200") ? 200 : sentence.status();
                assertFallback(answer, expected, path.endsWith("png") ? "image/png" : "image/jpeg");
                assertThat(answer.header("X-Refusal").orElse("") + "\n").isEqualTo(sentence.text());
                assertThat(answer.header("Cache-Control"))
                        .as(path)
                        .isPresent()
                        .isEqualTo(sentence.header("Cache-Control"));
                assertThat(stack.between.gets.get() - before)
                        .as("%s asks S3", path)
                        .isEqualTo(asked);
                assertThat(stack.metric("latent_refusals_total{reason=\"" + refused.getValue() + "\"}"))
                        .as(path)
                        .isPositive();
                Answer head = stack.processor().head(path);
                assertThat(head.status()).isEqualTo(expected);
                assertThat(head.body()).isEmpty();
                for (String header :
                        new String[] {"Content-Type", "Content-Length", "Cache-Control", "X-Refusal", "ETag"}) {
                    assertThat(head.header(header)).isEqualTo(answer.header(header));
                }
            }
            assertThat(stack.metric("latent_render_seconds_count")).isEqualTo(renders);
            assertThat(stack.metric("latent_write_backs_total{outcome=\"stored\"}"))
                    .isZero();
            assertThat(stack.stored()).isEmpty();
        }
    }

    @Test
    void with_status_200_the_picture_has_an_etag_and_a_304_and_no_part_of_it_is_sent() throws Exception {
        try (Stack stack = start("s3", Map.of("fallback.picture", "builtin", "fallback.status", "200"))) {
            Answer whole = stack.processor().get("/nothing_60_40.jpg");
            String eTag = whole.header("ETag").orElseThrow();
            Answer again = stack.processor().get("/nothing_60_40.jpg", "If-None-Match: " + eTag);
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("Cache-Control")).isEqualTo(whole.header("Cache-Control"));
            Answer part = stack.processor().get("/nothing_60_40.jpg", "Range: bytes=0-9");
            assertThat(part.status()).isEqualTo(200);
            assertThat(part.body()).isEqualTo(whole.body());
            stack.putOriginal("late.jpg", Stack.jpeg(100, 75));
            assertThat(stack.processor()
                            .get("/late_60_40.jpg", "If-None-Match: " + eTag)
                            .status())
                    .as("a picture is not mistaken for what stood in for it")
                    .isEqualTo(200);
        }
    }

    @Test
    void with_the_status_of_the_refusal_conditions_and_ranges_are_ignored() throws Exception {
        try (Stack stack = start("s3", SHOWN)) {
            Answer whole = stack.processor().get("/nothing_60_40.jpg");
            assertThat(whole.header("ETag")).isEmpty();
            for (String header : new String[] {"If-None-Match: *", "Range: bytes=0-9", "Range: bytes=99999999-"}) {
                Answer answer = stack.processor().get("/nothing_60_40.jpg", header);
                assertThat(answer.status()).as(header).isEqualTo(404);
                assertThat(answer.body()).isEqualTo(whole.body());
            }
        }
    }

    @Test
    void a_client_that_accepts_no_such_picture_gets_the_sentence() throws Exception {
        try (Stack stack = start("s3", SHOWN)) {
            for (String accept : new String[] {"text/plain", "image/webp", "*/*, image/jpeg;q=0", "image/*;q=0.0"}) {
                Answer answer = stack.processor().get("/nothing_60_40.jpg", "Accept: " + accept);
                assertSentence(answer, 404);
                assertThat(answer.header("Vary")).contains("Accept");
            }
            assertSentence(stack.processor().get("/nothing_60_40_max-100.jpg"), 404);
        }
    }

    @Test
    void what_is_wrong_with_a_key_and_lack_of_tokens_and_faults_stay_text() throws Exception {
        try (Stack stack = start(
                "s3",
                Map.of(
                        "fallback.picture", "builtin",
                        "fallback.status", "200",
                        "keys.ladder", "60x40,600x400",
                        "rate.original-daily", "1"))) {
            assertSentence(stack.processor().get("/small_060_40.jpg"), 400);
            assertSentence(stack.processor().get("/small_61_40.jpg"), 403);
            assertSentence(stack.processor().get("/robots.txt"), 404);
            assertSentence(stack.processor().send("POST", "/small_60_40.jpg"), 405);
            assertThat(stack.processor().get("/small_60_40.jpg").status()).isEqualTo(200);
            Answer noTokens = stack.processor().get("/small_600_400.jpg");
            assertSentence(noTokens, 429);
            assertThat(noTokens.header("Cache-Control")).contains("no-store");
            assertThat(noTokens.header("Vary")).isEmpty();
            stack.cloud.s3().close();
            assertSentence(stack.processor().get("/elsewhere_60_40.jpg"), 503);
        }
    }
}
