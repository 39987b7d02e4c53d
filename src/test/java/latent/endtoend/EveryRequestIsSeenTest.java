package latent.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No header and no method leads to an answer that was not counted, and none opens a session. */
class EveryRequestIsSeenTest {
    /** How many requests the long form sends: {@code -Dlatent.test.header-requests=500000}. */
    private static final int REQUESTS = Integer.getInteger("latent.test.header-requests", 5_000);

    private static final List<String> HEADERS = List.of(
            "Sec-WebSocket-Version: 13",
            "Upgrade: websocket",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
            "Connection: Upgrade",
            "Connection: keep-alive",
            "Accept: text/event-stream",
            "Content-Type: multipart/form-data; boundary=x",
            "Content-Type: application/x-www-form-urlencoded",
            "X-HTTP-Method-Override: DELETE",
            "Expect: 100-continue",
            "Expect: something-else",
            "Cookie: JSESSIONID=node0abc",
            "Transfer-Encoding: chunked",
            "Content-Length: 5",
            "Range: bytes=0-",
            "Max-Forwards: 0",
            "Access-Control-Request-Method: GET");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PRI", "BREW");

    @TempDir
    private Path data;

    private Stack stack;

    @BeforeEach
    void start() throws Exception {
        stack = Stack.start(data, Map.of("render.engine", "imgscalr", "http.origin-secrets", "s3cret"));
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void each_header_with_each_method_is_counted_and_sets_no_cookie() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String method : METHODS) {
            for (String header : HEADERS) {
                double before = counted();
                Answer answer = stack.processor().send(method, "/a_1_1.jpg", header);
                boolean seen = eventuallyCounted(before + 1)
                        && answer.header("X-Request-Id").isPresent()
                        && answer.header("Set-Cookie").isEmpty()
                        && answer.status() >= 400
                        && answer.header("Cache-Control").equals(java.util.Optional.of("no-store"));
                if (!seen) {
                    wrong.add(method + ", " + header + ": " + answer.status() + " " + answer.lines());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://other.example/a_1_1.jpg HTTP/1.1\r\nHost: a\r\n\r\n",
                "CONNECT other.example:443 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a_1_1.jpg HTTP/1.0\r\n\r\n",
                "GET /a_1_1.jpg\r\n\r\n",
                "GET /WEB-INF/web.xml HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /META-INF/MANIFEST.MF HTTP/1.1\r\nHost: a\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /a_1_1.jpg HTTP/1.1\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void each_form_of_a_request_line_is_counted_and_sets_no_cookie(String request) throws Exception {
        double before = counted();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stack.service.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answer).containsPattern("^HTTP/1.[01] [45]").doesNotContain("Set-Cookie");
        }
        assertThat(eventuallyCounted(before + 1)).isTrue();
    }

    @Test
    void the_edge_names_its_requests_and_nobody_else_does() throws Exception {
        String secret = "X-Origin-Verify: s3cret";
        assertThat(requestId("X-Amz-Cf-Id: of-the-edge==", secret)).isEqualTo("of-the-edge==");
        assertThat(requestId("X-Amz-Cf-Id: of-a-stranger")).doesNotContain("stranger");
        assertThat(requestId("X-Amz-Cf-Id: of-a-stranger", "X-Origin-Verify: wrong"))
                .doesNotContain("stranger");
        for (String odd : List.of("a b", "a status=200", "x".repeat(129), "<script>")) {
            assertThat(requestId("X-Amz-Cf-Id: " + odd, secret)).as(odd).hasSize(36);
        }
    }

    private String requestId(String... headers) throws IOException {
        return stack.processor()
                .get("/a_1_1.jpg", headers)
                .header("X-Request-Id")
                .orElseThrow();
    }

    @Test
    void thousands_of_header_only_requests_leave_threads_and_connections_as_they_were() throws Exception {
        double before = counted();
        int threads = Thread.activeCount();
        long memory = usedHeap();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stack.service.port())) {
            InputStream answers = socket.getInputStream();
            byte[] request =
                    "HEAD /a_1_1.jpg HTTP/1.1\r\nHost: a\r\nSec-WebSocket-Version: 13\r\n\r\n".getBytes(ISO_8859_1);
            for (int i = 0; i < REQUESTS; i++) {
                socket.getOutputStream().write(request);
                assertThat(head(answers)).startsWith("HTTP/1.1 403").doesNotContain("Set-Cookie");
            }
        }
        assertThat(eventuallyCounted(before + REQUESTS)).isTrue();
        // Classes that run beside this one have threads of their own, tens of them.
        assertThat(Thread.activeCount()).isLessThan(threads + REQUESTS / 10);
        System.out.printf("%d requests: heap %d KiB before, %d KiB after%n", REQUESTS, memory >> 10, usedHeap() >> 10);
    }

    private static String head(InputStream answers) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = answers.read();
            if (next < 0) {
                throw new IOException("closed after " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** The line of a request is written when its answer is complete, which the one who asked may see first. */
    private boolean eventuallyCounted(double count) throws Exception {
        for (int tries = 0; tries < 500 && counted() < count; tries++) {
            Thread.sleep(10);
        }
        return counted() == count;
    }

    private double counted() throws IOException {
        return stack.processor()
                .get("/-/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("latent_requests_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
