package latent.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import latent.kit.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For a valid key no header and no framing leads to a refusal that a cache may keep, because every visitor would get it. */
class CachesAreNotPoisonedTest {
    private static final String KEY = "/a_50_50.jpg";
    private static final String GET = "GET " + KEY + " HTTP/1.1\r\n";
    private static final String HOST = "Host: a\r\n";

    private static final Map<String, String> REQUESTS = new LinkedHashMap<>(Map.ofEntries(
            Map.entry("two Hosts", GET + HOST + "Host: b\r\n\r\n"),
            Map.entry("no Host", GET + "\r\n"),
            Map.entry("a Host that is none", GET + "Host: a:b:c\r\n\r\n"),
            Map.entry("NUL in a header", GET + HOST + "X-A: b\0c\r\n\r\n"),
            Map.entry("NUL in a header's name", GET + HOST + "X\0A: b\r\n\r\n"),
            Map.entry("a folded header", GET + HOST + "X-A: b\r\n c\r\n\r\n"),
            Map.entry("a header without a name", GET + HOST + ": b\r\n\r\n"),
            Map.entry("a header without a colon", GET + HOST + "nonsense\r\n\r\n"),
            Map.entry("white space before the colon", GET + HOST + "X-A : b\r\n\r\n"),
            Map.entry("a bad Content-Length", GET + HOST + "Content-Length: x\r\n\r\n"),
            Map.entry("a negative Content-Length", GET + HOST + "Content-Length: -1\r\n\r\n"),
            Map.entry("two Content-Lengths", GET + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
            Map.entry("both lengths", GET + HOST + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
            Map.entry("an unknown coding", GET + HOST + "Transfer-Encoding: x\r\n\r\n"),
            Map.entry("a header too large", GET + HOST + "X-A: " + "b".repeat(20_000) + "\r\n\r\n"),
            Map.entry("too long a header's name", GET + HOST + "X".repeat(20_000) + ": b\r\n\r\n"),
            Map.entry("an unknown expectation", GET + HOST + "Expect: x\r\n\r\n"),
            Map.entry("an unknown version", "GET " + KEY + " HTTP/1.7\r\n" + HOST + "\r\n"),
            Map.entry("HTTP/2", "GET " + KEY + " HTTP/2.0\r\n" + HOST + "\r\n"),
            Map.entry("HTTP/0.9", "GET " + KEY + "\r\n\r\n"),
            Map.entry("another method", "POST " + KEY + " HTTP/1.1\r\n" + HOST + "\r\n"),
            Map.entry("no method", "G@T " + KEY + " HTTP/1.1\r\n" + HOST + "\r\n"),
            Map.entry("a user in the target", "GET http://a@b" + KEY + " HTTP/1.1\r\n" + HOST + "\r\n"),
            Map.entry("a bad port in the target", "GET http://a:x" + KEY + " HTTP/1.1\r\n" + HOST + "\r\n"),
            Map.entry("another Host in the target", "GET http://b" + KEY + " HTTP/1.1\r\n" + HOST + "\r\n"),
            Map.entry("a bad query", "GET " + KEY + "?%zz%u0041 HTTP/1.1\r\n" + HOST + "\r\n"),
            Map.entry("an upgrade", GET + HOST + "Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n"),
            Map.entry("a method to override", GET + HOST + "X-HTTP-Method-Override: PUT\r\n\r\n"),
            Map.entry("a web socket", GET + HOST + "Sec-WebSocket-Version: 13\r\n\r\n")));

    @TempDir
    private Path data;

    @Test
    void whatever_else_is_wrong_a_valid_key_is_answered_with_the_picture_or_with_what_no_cache_keeps()
            throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(100, 100));
            Map<String, String> wrong = new LinkedHashMap<>();
            for (Map.Entry<String, String> request : REQUESTS.entrySet()) {
                String head = head(stack.service.port(), request.getValue());
                boolean picture = head.startsWith("HTTP/1.1 200 ") || head.startsWith("HTTP/1.0 200 ");
                if (!picture && !head.contains("Cache-Control: no-store\r\n")) {
                    wrong.put(request.getKey(), head);
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(stack.processor().get(KEY).status()).isEqualTo(200);
        }
    }

    @Test
    void what_the_path_itself_gets_wrong_may_be_kept_whatever_the_headers_say() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            for (String path : new String[] {"/a%2fb_5_5.jpg", "/a/../b_5_5.jpg", "//a_5_5.jpg", "/a_05_5.jpg"}) {
                assertThat(head(stack.service.port(), "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                        .startsWith("HTTP/1.1 400 ")
                        .contains("Cache-Control: public, max-age=300\r\n");
            }
        }
    }

    private static String head(int port, String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            return answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n") + 2));
        }
    }
}
