package latent.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import latent.http.ProcessorServer.Listen;
import latent.http.ProcessorServer.Reporting;
import latent.logging.LogFormat;
import latent.metrics.Meters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real sockets that are slow, or many. */
@Timeout(120)
class SlowConnectionsTest {
    private static final int LARGE = 64 << 20;

    private final CountDownLatch readerCut = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<Socket> sockets = new ArrayList<>();
    private @Nullable HttpServer server;

    @AfterEach
    void stop() throws IOException {
        release.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_hundred_connections_with_unfinished_headers_are_closed() throws Exception {
        start(new ConnectionLimits(1000, Duration.ofSeconds(1), 1024, Duration.ofSeconds(20)));
        for (int i = 0; i < 100; i++) {
            send(open(), "GET /-/health HTTP/1.1\r\nX-A: ");
        }
        for (Socket socket : sockets) {
            assertCut(socket);
        }
    }

    @Test
    void a_body_that_never_comes_is_not_waited_for() throws Exception {
        start(new ConnectionLimits(1000, Duration.ofSeconds(1), 1024, Duration.ofSeconds(20)));
        Socket socket = open();
        send(socket, "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\na");
        assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void the_connection_of_a_client_that_does_not_read_is_closed() throws Exception {
        start(new ConnectionLimits(1000, Duration.ofSeconds(10), 1024, Duration.ofSeconds(1)));
        send(open(), "GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(readerCut.await(20, TimeUnit.SECONDS))
                .as("cut before Jetty's idle timeout")
                .isTrue();
    }

    @Test
    void beyond_the_bound_those_who_have_sent_nothing_make_room_and_health_answers() throws Exception {
        start(new ConnectionLimits(20, Duration.ofSeconds(100), 1024, Duration.ofSeconds(20)));
        for (int i = 0; i < 200; i++) {
            send(open(), "GET ");
        }
        assertThat(answer("/-/health")).startsWith("HTTP/1.1 200");
        assertThat(answer("/x")).startsWith("HTTP/1.1 200");
    }

    @Test
    void when_all_are_being_answered_others_are_refused_and_health_answers() throws Exception {
        start(new ConnectionLimits(5, Duration.ofSeconds(100), 1024, Duration.ofSeconds(20)));
        for (int i = 0; i < 5; i++) {
            send(open(), "GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(sockets.getLast().getInputStream().read()).isEqualTo('H');
        }
        assertThat(answer("/x")).startsWith("HTTP/1.1 429").contains("Cache-Control: no-store", "Retry-After: 5");
        assertThat(answer("/-/health")).startsWith("HTTP/1.1 200");
    }

    @Test
    void a_host_that_is_no_address_is_not_called_a_port_in_use() {
        for (String host : List.of("999.1.1.1", "203.0.113.1")) {
            assertThatThrownBy(() -> listen(host, new ConnectionLimits(5, Duration.ofSeconds(1), 1, Duration.ZERO)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("http.host=" + host + " is no address of this machine");
        }
    }

    private void start(ConnectionLimits limits) {
        server = listen("127.0.0.1", limits);
    }

    private HttpServer listen(String host, ConnectionLimits limits) {
        return new HttpServer(
                new Listen(host, 0, limits),
                new OriginVerification(List.of()),
                new Reporting(LogFormat.TEXT, HelpLink.OWN),
                new Pages(),
                new Meters(),
                () -> {});
    }

    private Socket open() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8 << 10);
        socket.connect(new java.net.InetSocketAddress(
                InetAddress.getLoopbackAddress(), Objects.requireNonNull(server).port()));
        sockets.add(socket);
        return socket;
    }

    private String answer(String path) throws IOException {
        try (Socket socket = open()) {
            send(socket, "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Feeds a byte every half second until the other side has closed. */
    private static void assertCut(Socket socket) throws Exception {
        socket.setSoTimeout(10);
        for (int tries = 0; tries < 60; tries++) {
            try {
                socket.getOutputStream().write('a');
                if (socket.getInputStream().read() < 0) {
                    return;
                }
            } catch (java.net.SocketTimeoutException stillOpen) {
                Thread.sleep(500);
            } catch (SocketException closed) {
                return;
            }
        }
        throw new AssertionError("still open");
    }

    private final class Pages extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/wait")) {
                response.flushBuffer();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            if (request.getRequestURI().equals("/large")) {
                response.setContentLength(LARGE);
                try {
                    response.getOutputStream().write(new byte[LARGE]);
                } catch (IOException cut) {
                    readerCut.countDown();
                }
            }
        }
    }
}
