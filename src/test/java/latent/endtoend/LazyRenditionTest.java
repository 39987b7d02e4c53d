package latent.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a visitor gets over the whole loop: website, redirect, processor, S3, website; with the portable engine. */
class LazyRenditionTest extends LazyRenditionSetUp {
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
    void a_visitor_who_has_the_picture_already_gets_304() throws Exception {
        String eTag = stack.processor()
                .get("/widgets/myimage_60_40.jpg")
                .header("ETag")
                .orElseThrow();
        Answer again = stack.processor().get("/widgets/myimage_60_40.jpg", "If-None-Match: " + eTag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
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

    @ParameterizedTest
    @CsvSource({
        "/widgets/nothing_600_400.jpg, 404",
        "/robots.txt, 404",
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
    void a_missing_original_asked_for_again_and_again_costs_s3_nothing_more() throws Exception {
        stack.processor().get("/widgets/nothing_600_400.jpg");
        int gets = stack.between.gets.get();
        for (int i = 0; i < 20; i++) {
            assertRefused(stack.processor().get("/widgets/nothing_600_400.jpg"), 404);
        }
        assertThat(stack.between.gets).hasValue(gets);
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
