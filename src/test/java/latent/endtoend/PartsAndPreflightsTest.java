package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of HTTP that crawlers, download managers and scripts use: ranges, conditions, preflights, and refusals that a page can read. */
class PartsAndPreflightsTest {
    private static final String KEY = "/widgets/myimage_600_400.jpg";

    private Stack stack;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        stack = Stack.start(data, Map.of());
        stack.putOriginal("widgets/myimage.jpg", Stack.jpeg(1200, 900));
        stack.putOriginal("broken.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3});
    }

    @AfterEach
    void stop() throws Exception {
        stack.close();
    }

    @Test
    void a_304_has_no_type_and_no_length_but_those_of_the_picture() throws Exception {
        Answer whole = stack.processor().get(KEY);
        for (String header : List.of("If-None-Match: " + eTag(whole), "If-None-Match: *")) {
            Answer again = stack.processor().get(KEY, header);
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("Content-Type")).isEqualTo(whole.header("Content-Type"));
            assertThat(again.header("Content-Length")).isEqualTo(whole.header("Content-Length"));
            assertThat(again.header("ETag")).isEqualTo(whole.header("ETag"));
            assertThat(again.header("Cache-Control")).isEqualTo(whole.header("Cache-Control"));
        }
    }

    @Test
    void one_valid_range_is_answered_with_these_bytes_and_the_whole_is_stored() throws Exception {
        Answer first = stack.processor().get(KEY, "Range: bytes=0-9");
        assertPart(first, 0, 10);
        stack.storedAfter(1);
        byte[] whole = stack.processor().get(KEY).body();
        assertThat(stack.website().get(KEY).body()).isEqualTo(whole);
        int length = whole.length;
        assertThat(first.body()).isEqualTo(Arrays.copyOf(whole, 10));
        for (Map.Entry<String, int[]> range : Map.of(
                        "bytes=5-5",
                        new int[] {5, 6},
                        "bytes=100-",
                        new int[] {100, length},
                        "bytes=-7",
                        new int[] {length - 7, length},
                        "bytes=-" + 10L * length,
                        new int[] {0, length},
                        "bytes=" + (length - 1) + "-" + 10L * length,
                        new int[] {length - 1, length})
                .entrySet()) {
            Answer part = stack.processor().get(KEY, "Range: " + range.getKey());
            assertPart(part, range.getValue()[0], range.getValue()[1]);
            assertThat(part.header("Content-Range").orElseThrow()).endsWith("/" + length);
            assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, range.getValue()[0], range.getValue()[1]));
        }
    }

    @Test
    void several_ranges_and_what_is_no_range_get_the_whole() throws Exception {
        Answer whole = stack.processor().get(KEY);
        assertThat(whole.header("Accept-Ranges")).contains("bytes");
        for (String range :
                List.of("bytes=0-1,4-5", "bytes=9-5", "bytes=-", "bytes=a-b", "lines=0-1", "0-1", "bytes=0x1-2", "")) {
            Answer answer = stack.processor().get(KEY, "Range: " + range);
            assertThat(answer.status()).as(range).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(whole.body());
        }
        Answer head = stack.processor().head(KEY, "Range: bytes=0-9");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(whole.header("Content-Length"));
    }

    @Test
    void a_range_of_another_version_gets_the_whole() throws Exception {
        Answer whole = stack.processor().get(KEY);
        assertPart(stack.processor().get(KEY, "Range: bytes=0-9", "If-Range: " + eTag(whole)), 0, 10);
        for (String other : List.of("\"another\"", "W/" + eTag(whole), "Thu, 26 Nov 2026 05:00:00 GMT")) {
            assertThat(stack.processor()
                            .get(KEY, "Range: bytes=0-9", "If-Range: " + other)
                            .status())
                    .as(other)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_range_behind_the_end_is_refused_and_costs_the_picture_nothing() throws Exception {
        int length = stack.processor().get(KEY).body().length;
        for (String range : List.of("bytes=" + length + "-", "bytes=" + 10L * length + "-" + 11L * length)) {
            Answer refused = stack.processor().get(KEY, "Range: " + range);
            assertThat(refused.status()).isEqualTo(416);
            assertThat(refused.header("Content-Range")).contains("bytes */" + length);
            assertThat(refused.header("Cache-Control")).contains("no-store");
        }
        assertThat(stack.processor().get(KEY).status()).isEqualTo(200);
    }

    @Test
    void scripts_of_any_page_may_read_pictures_and_refusals() throws Exception {
        for (Map.Entry<String, Integer> path : Map.of(
                        KEY,
                        200,
                        "/widgets/myimage_0_0.jpg",
                        400,
                        "/%zz",
                        400,
                        "/widgets/../myimage_60_40.jpg",
                        400,
                        "/nothing_60_40.jpg",
                        404,
                        "/robots.txt",
                        404,
                        "/broken_60_40.jpg",
                        415)
                .entrySet()) {
            Answer answer = stack.processor().get(path.getKey(), "Origin: null");
            assertThat(answer.status()).as(path.getKey()).isEqualTo(path.getValue());
            assertThat(answer.header("Access-Control-Allow-Origin"))
                    .as(path.getKey())
                    .contains("*");
        }
        Answer method = stack.processor().send("POST", KEY);
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(method.header("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(stack.processor().get("/-/metrics").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void a_preflight_is_answered_whatever_the_key_and_makes_nothing() throws Exception {
        for (String path : List.of(KEY, "/nothing_60_40.jpg", "/no-key-at-all")) {
            Answer answer = stack.processor()
                    .send(
                            "OPTIONS",
                            path,
                            "Origin: https://shop.example",
                            "Access-Control-Request-Method: GET",
                            "Access-Control-Request-Headers: x-anything");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
            assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET, HEAD, OPTIONS");
            assertThat(answer.header("Access-Control-Allow-Headers")).contains("*");
            assertThat(answer.header("Content-Type")).isEmpty();
        }
        assertThat(stack.stored()).isEmpty();
        assertThat(stack.between.gets.get()).isZero();
    }

    private static void assertPart(Answer part, int from, int to) {
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range").orElseThrow()).startsWith("bytes " + from + "-" + (to - 1) + "/");
        assertThat(part.header("Content-Length")).isEqualTo(Optional.of(Integer.toString(to - from)));
        assertThat(part.header("Content-Type")).contains("image/jpeg");
    }

    private static String eTag(Answer answer) {
        return answer.header("ETag").orElseThrow();
    }
}
