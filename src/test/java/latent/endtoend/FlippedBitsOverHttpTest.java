package latent.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** What visitors get while bits flip on the way from S3: the right bytes, or nothing that a cache could keep. */
class FlippedBitsOverHttpTest {
    private static final String STORED = "widgets/a_60_40.png";
    private static final int PIECE = 512 << 10;
    private static final int MANY_PIECES = 3 * PIECE + 100;

    private Stack stack;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        stack = Stack.start(data, Map.of());
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void a_large_stored_rendition_comes_whole_with_exact_headers() throws Exception {
        for (int length : new int[] {PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, MANY_PIECES}) {
            byte[] bytes = noise(length);
            store(STORED, bytes);
            Answer answer = stack.processor().get("/" + STORED);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(bytes);
            Answer head = stack.processor().head("/" + STORED);
            assertThat(head.body()).isEmpty();
            for (Answer each : new Answer[] {answer, head}) {
                assertThat(each.header("Content-Length")).contains(Integer.toString(length));
                assertThat(each.header("Content-Type")).contains("image/png");
                assertThat(each.header("Cache-Control")).contains("public, max-age=77");
                assertThat(each.header("ETag")).contains(eTag(STORED));
            }
            assertThat(stack.processor()
                            .get("/" + STORED, "If-None-Match: " + eTag(STORED))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void an_empty_stored_object_is_answered_as_it_is() throws Exception {
        store(STORED, new byte[0]);
        Answer answer = stack.processor().get("/" + STORED);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).contains("0");
    }

    @Test
    void a_large_stored_rendition_with_a_flipped_bit_is_cut_off_before_its_last_byte() throws Exception {
        // the last piece is shorter than the text of a fault, which must not fill it up
        for (int length : new int[] {3 * PIECE, 3 * PIECE + 1, 3 * PIECE + 20, MANY_PIECES}) {
            store(STORED, noise(length));
            stack.between.flipEvery = 1;
            byte[] answer = rawAnswer();
            stack.between.flipEvery = 0;
            String text = new String(answer, ISO_8859_1);
            int body = answer.length - (text.indexOf("\r\n\r\n") + 4);
            assertThat(text).startsWith("HTTP/1.1 200").contains("Content-Length: " + length);
            assertThat(body).isBetween(PIECE, length - 1);
        }
    }

    @Test
    void a_large_stored_rendition_that_is_replaced_while_it_is_read_is_cut_off() throws Exception {
        byte[] first = noise(40 * PIECE);
        store(STORED, first);
        try (Socket socket = request()) {
            socket.getInputStream().readNBytes(1000);
            store(STORED, noise(40 * PIECE + 1));
            assertThat(socket.getInputStream().readAllBytes().length).isLessThan(first.length - 1000);
        }
    }

    @Test
    void a_bit_that_flips_every_time_is_a_fault_that_nobody_keeps() throws Exception {
        store(STORED, noise(1000));
        stack.putOriginal("widgets/b.jpg", Stack.jpeg(300, 200));
        stack.between.flipEvery = 1;
        for (String target : new String[] {"/" + STORED, "/widgets/b_60_40.jpg"}) {
            Answer answer = stack.processor().get(target);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void a_flipped_bit_in_the_header_of_a_large_original_makes_no_refusal_that_caches_keep() throws Exception {
        byte[] picture = Arrays.copyOf(Stack.jpeg(300, 200), 200_000);
        stack.putOriginal("widgets/c.jpg", picture);
        stack.between.flipOnce(body -> body.length == picture.length, 0);
        Answer flipped = stack.processor().get("/widgets/c_60_40.jpg");
        assertThat(flipped.status()).isEqualTo(503);
        assertThat(flipped.header("Cache-Control")).contains("no-store");
        assertThat(stack.between.flipped.get()).isEqualTo(1);
        assertThat(stack.processor().get("/widgets/c_60_40.jpg").status()).isEqualTo(200);
    }

    @Test
    void what_is_no_picture_is_still_refused_when_it_is_large() throws Exception {
        stack.putOriginal("widgets/d.jpg", noise(200_000));
        assertThat(stack.processor().get("/widgets/d_60_40.jpg").status()).isEqualTo(415);
    }

    private byte[] rawAnswer() throws Exception {
        try (Socket socket = request()) {
            return socket.getInputStream().readAllBytes();
        }
    }

    private Socket request() throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), stack.service.port());
        socket.getOutputStream().write(("GET /" + STORED + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(ISO_8859_1));
        return socket;
    }

    private void store(String key, byte[] bytes) {
        stack.s3
                .client()
                .putObject(
                        put -> put.bucket("renditions")
                                .key(key)
                                .contentType("image/png")
                                .cacheControl("public, max-age=77"),
                        RequestBody.fromBytes(bytes));
    }

    private String eTag(String key) {
        return stack.s3
                .client()
                .headObject(head -> head.bucket("renditions").key(key))
                .eTag();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
