package latent.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import latent.kit.ServeProcess;
import latent.kit.Stack;
import latent.local.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The real program with a small heap, and readers that take next to nothing of large stored renditions, each of another. In its long form:
 * {@code -Dlatent.slow-readers=100 -Dlatent.slow-readers.mebibytes=19 -Dlatent.slow-readers.heap=1g}.
 */
class SlowReadersTest {
    private static final int READERS = Integer.getInteger("latent.slow-readers", 40);
    private static final int BYTES = Integer.getInteger("latent.slow-readers.mebibytes", 6) << 20;
    private static final String HEAP = System.getProperty("latent.slow-readers.heap", "128m");

    /** Two pieces. */
    private static final double MOST_OF_A_READER = 1 << 20;

    private final List<Socket> sockets = new ArrayList<>();

    @TempDir
    private Path data;

    @Test
    @Timeout(300)
    void slow_readers_of_large_stored_renditions_crash_nothing_and_keep_no_other_visitor_out() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
            storeAll(stack);
            Process program = new ProcessBuilder(
                            ServeProcess.command(stack.between.url(), "-Xmx" + HEAP, "-XX:+ExitOnOutOfMemoryError"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                int port = ServeProcess.port(program);
                int answered = 0;
                for (int i = 0; i < READERS; i++) {
                    open(port, "/" + large(i));
                }
                for (Socket socket : sockets) {
                    answered += readStatus(socket);
                }
                RawHttp http = RawHttp.to(URI.create("http://localhost:" + port));
                assertThat(answered).isPositive();
                assertThat(ServeProcess.metric(http, "latent_answers_held_bytes"))
                        .isBetween(1.0, answered * MOST_OF_A_READER);
                for (int i = 0; i < 40; i++) {
                    assertThat(http.get("/small/a_60_40.png").status()).isEqualTo(200);
                }
                assertThat(http.get("/widgets/a_60_40.jpg").status()).isEqualTo(200);
                assertThat(program.isAlive()).isTrue();
            } finally {
                for (Socket socket : sockets) {
                    socket.close();
                }
                program.destroyForcibly();
            }
        }
    }

    private void storeAll(Stack stack) throws Exception {
        byte[] bytes = new byte[BYTES];
        new Random(1).nextBytes(bytes);
        for (int i = 0; i < READERS; i++) {
            store(stack, large(i), bytes);
        }
        store(stack, "small/a_60_40.png", new byte[100_000]);
        stack.putOriginal("widgets/a.jpg", Stack.jpeg(300, 200));
    }

    private static void store(Stack stack, String key, byte[] bytes) {
        stack.s3
                .client()
                .putObject(
                        put -> put.bucket("renditions").key(key).contentType("image/png"),
                        RequestBody.fromBytes(bytes));
    }

    private static String large(int i) {
        return "large/a" + i + "_4000_4000.png";
    }

    private void open(int port, String target) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
        sockets.add(socket);
    }

    /** 1 for an answer that begins, 0 for a refusal that nobody keeps. */
    private static int readStatus(Socket socket) throws Exception {
        String head = new String(socket.getInputStream().readNBytes(800), ISO_8859_1);
        if (head.startsWith("HTTP/1.1 200")) {
            return 1;
        }
        assertThat(head).startsWith("HTTP/1.1 429").contains("Cache-Control: no-store", "Retry-After: ");
        return 0;
    }
}
