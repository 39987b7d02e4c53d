package latent.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;

/** The whole loop over real HTTP: website, redirect, processor, S3, website; with the portable engine. */
class LazyRenditionTest {
    private Stack stack;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        stack = Stack.start(data, Map.of("render.engine", engine()));
        stack.putOriginal("widgets/myimage.jpg", Stack.jpeg(1200, 900));
    }

    /** The engine that makes these claims true; {@link LazyRenditionOnVipsTest} asks the other. */
    String engine() {
        return "imgscalr";
    }

    @AfterEach
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/widgets/myimage_600_400.jpg, 533, 400",
        "/widgets/myimage-200x200_fill.jpg, 200, 200",
        "/widgets/myimage_300_0.jpg, 300, 225"
    })
    void a_miss_is_redirected_made_served_and_from_then_on_a_hit(String path, int width, int height) throws Exception {
        Answer miss = stack.website().get(path);
        assertThat(miss.status()).isEqualTo(302);
        assertThat(miss.location()).isEqualTo("http://localhost:" + stack.service.port() + path);

        Answer made = stack.processor().get(path);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.header("Content-Type")).contains("image/jpeg");
        assertThat(made.header("Cache-Control")).contains("public, max-age=12312312");
        assertThat(made.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(made.header("Content-Length")).contains(Integer.toString(made.body().length));
        assertThat(made.header("Server-Timing").orElse("")).contains("render;dur=");
        var picture = ImageIO.read(new ByteArrayInputStream(made.body()));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(width, height);

        assertThat(stack.storedAfter(1)).containsExactly(path.substring(1));
        double requests = stack.metric("latent_requests_total{status=\"200\"}");
        Answer hit = stack.website().get(path);
        assertThat(hit.status()).isEqualTo(200);
        assertThat(hit.body()).isEqualTo(made.body());
        for (String header : List.of("ETag", "Content-Type", "Cache-Control", "x-amz-meta-cache-tag")) {
            assertThat(made.header(header)).isPresent();
            assertThat(hit.header(header)).isEqualTo(made.header(header));
        }
        assertThat(stack.metric("latent_requests_total{status=\"200\"}")).isEqualTo(requests);
    }

    @Test
    void head_says_what_get_would_without_a_body() throws Exception {
        Answer head = stack.processor().head("/widgets/myimage_60_40.jpg");
        Answer get = stack.processor().get("/widgets/myimage_60_40.jpg");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    }

    @Test
    void who_has_the_picture_already_is_told_so() throws Exception {
        String eTag = stack.processor()
                .get("/widgets/myimage_60_40.jpg")
                .header("ETag")
                .orElseThrow();
        Answer again = stack.processor().get("/widgets/myimage_60_40.jpg", "If-None-Match: " + eTag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void what_was_made_of_an_original_that_has_been_replaced_since_is_not_stored() throws Exception {
        stack.between.refusePuts = true;
        assertThat(stack.processor().get("/widgets/myimage_60_40.jpg").status()).isEqualTo(200);
        stack.putOriginal("widgets/myimage.jpg", Stack.jpeg(900, 1200));
        Eventually.until("nothing waits to be stored", () -> stack.metric("latent_write_back_pending") == 0);
        assertThat(stack.stored()).isEmpty();
        assertThat(stack.metric("latent_write_backs_total{outcome=\"outdated\"}"))
                .isEqualTo(1);
    }

    @Test
    void fifty_visitors_at_once_cause_one_render_and_one_object() throws Exception {
        List<Answer> answers = atOnce(50, () -> stack.processor().get("/widgets/myimage_601_401.jpg"));
        assertThat(answers).allSatisfy(a -> assertThat(a.status()).isEqualTo(200));
        assertThat(answers)
                .allSatisfy(
                        a -> assertThat(a.body()).isEqualTo(answers.getFirst().body()));
        assertThat(stack.metric("latent_render_seconds_count")).isEqualTo(1);
        assertThat(stack.storedAfter(1)).containsExactly("widgets/myimage_601_401.jpg");
        assertThat(stack.between.puts).hasValue(1);
    }

    @Test
    void what_somebody_else_stored_meanwhile_is_served_as_it_is() throws Exception {
        stack.s3.put("renditions", "widgets/myimage_7_7.jpg", "theirs", put -> put.contentType("image/jpeg"));
        Answer answer = stack.processor().get("/widgets/myimage_7_7.jpg");
        assertThat(answer.text()).isEqualTo("theirs");
        assertThat(stack.metric("latent_render_seconds_count")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "/widgets/nothing_600_400.jpg, 404",
        "/favicon.ico, 404",
        "/, 404",
        "/widgets/myimage_0600_400.jpg, 400",
        "/widgets/..%2fmyimage_600_400.jpg, 400",
        "/widgets/%2e%2e/myimage_600_400.jpg, 400",
        "//widgets/myimage_600_400.jpg, 400",
        "/widgets/myimage_600_400.jpg;x=1, 400",
        "/widgets/my%u0041image_600_400.jpg, 400",
        "/widgets/my%0d%0aX-Evil:1_600_400.jpg, 400",
        "/widgets/%ff_600_400.jpg, 400",
    })
    void what_is_no_key_or_has_no_original_is_refused_and_stores_nothing(String path, int status) throws Exception {
        assertRefused(stack.processor().get(path), status);
        assertThat(stack.processor().get(path).header("Cache-Control").orElse(""))
                .startsWith("public, max-age=");
        assertThat(stack.stored()).isEmpty();
    }

    @Test
    void what_is_no_picture_is_refused_with_415_and_stores_nothing() throws Exception {
        byte[] whole = Stack.jpeg(1200, 900);
        byte[] wide = {'G', 'I', 'F', '8', '9', 'a', -1, -1, -1, -1, 0, 0, 0, ',', 0, 0, 0, 0, -1, -1, -1, -1, 0, 2, 0};
        stack.putOriginal("text.jpg", "not a picture at all".getBytes(US_ASCII));
        stack.putOriginal("empty.jpg", new byte[0]);
        stack.putOriginal("bomb.gif", wide);
        stack.putOriginal("torn.jpg", java.util.Arrays.copyOf(whole, whole.length / 2));
        for (String path : List.of("/text_60_40.jpg", "/empty_60_40.jpg", "/bomb_60_40.gif", "/torn_60_40.jpg")) {
            assertRefused(stack.processor().get(path), 415);
        }
        assertThat(stack.stored()).isEmpty();
    }

    @Test
    void other_methods_are_refused() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW")) {
            assertRefused(stack.processor().send(method, "/widgets/myimage_600_400.jpg"), 405);
        }
    }

    @Test
    void when_s3_refuses_puts_visitors_are_served_and_the_object_comes_when_it_is_back() throws Exception {
        stack.between.refusePuts = true;
        Answer first = stack.processor().get("/widgets/myimage_60_40.jpg");
        Answer second = stack.processor().get("/widgets/myimage_60_40.jpg");
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(stack.metric("latent_render_seconds_count")).isEqualTo(1);
        assertThat(stack.stored()).isEmpty();

        stack.between.refusePuts = false;
        assertThat(stack.storedAfter(1)).containsExactly("widgets/myimage_60_40.jpg");
        assertThat(stack.website().get("/widgets/myimage_60_40.jpg").body()).isEqualTo(first.body());
    }

    @Test
    void a_visitor_who_waits_is_answered_before_the_processor_stops() throws Exception {
        stack.between.delay = Duration.ofMillis(300);
        int before = stack.between.gets.get();
        var waiting = Executors.newSingleThreadExecutor()
                .submit(() -> stack.processor().get("/widgets/myimage_60_40.jpg"));
        while (stack.between.gets.get() == before) {
            Thread.onSpinWait();
        }
        stack.service.close();
        assertThat(waiting.get().status()).isEqualTo(200);
        assertThat(stack.stored()).containsExactly("widgets/myimage_60_40.jpg");
    }

    @Test
    void what_waits_to_be_stored_is_stored_before_the_processor_stops() throws Exception {
        stack.between.refusePuts = true;
        stack.processor().get("/widgets/myimage_60_40.jpg");
        stack.between.refusePuts = false;
        stack.service.close();
        assertThat(stack.stored()).containsExactly("widgets/myimage_60_40.jpg");
    }

    @Test
    void a_missing_original_asked_for_again_and_again_costs_s3_nothing_more() throws Exception {
        stack.processor().get("/widgets/nothing_600_400.jpg");
        int gets = stack.between.gets.get();
        for (int i = 0; i < 20; i++) {
            assertRefused(stack.processor().get("/widgets/nothing_600_400.jpg"), 404);
        }
        assertThat(stack.between.gets).hasValue(gets);
    }

    @Test
    void what_is_stored_is_served_although_its_original_was_missing_a_moment_ago() throws Exception {
        assertRefused(stack.processor().get("/widgets/gone_600_400.jpg"), 404);
        byte[] rendition = Stack.jpeg(60, 40);
        stack.s3
                .client()
                .putObject(
                        put -> put.bucket("renditions")
                                .key("widgets/gone_60_40.jpg")
                                .contentType("image/jpeg"),
                        RequestBody.fromBytes(rendition));
        Answer stored = stack.processor().get("/widgets/gone_60_40.jpg");
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.body()).isEqualTo(rendition);
        assertRefused(stack.processor().get("/widgets/gone_600_400.jpg"), 404);
    }

    private static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.text())
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("Javalin");
        assertThat(answer.header("X-Evil")).isEmpty();
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Set<Future<T>> futures = new HashSet<>();
            IntStream.range(0, times).forEach(i -> futures.add(threads.submit(call)));
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
