package latent.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import latent.kit.Eventually;
import latent.local.web.PortInUse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class LocalCloudTest {
    private static final int PICTURE_BYTES = 20_000_000;

    @TempDir
    private static Path data;

    private static LocalCloud cloud;
    private static TestS3 sdk;

    @BeforeAll
    static void start() {
        cloud = LocalCloud.start(settings(data, 0));
        cloud.redirectMisses("localhost:8081");
        sdk = new TestS3(cloud.s3().url());
    }

    @AfterAll
    static void stop() {
        sdk.close();
        cloud.close();
    }

    private static LocalCloud.Settings settings(Path data, int websitePort) {
        return new LocalCloud.Settings(TestS3.settings(data), websitePort, "originals", "images");
    }

    @Test
    void a_miss_goes_to_the_processor_and_a_stored_rendition_does_not() throws IOException {
        RawHttp visitor = RawHttp.to(cloud.website().url());
        assertThat(visitor.get("/cat_600_400.jpg").location()).isEqualTo("http://localhost:8081/cat_600_400.jpg");
        sdk.put("images", "cat_600_400.jpg", "made");
        assertThat(visitor.get("/cat_600_400.jpg").text()).isEqualTo("made");
    }

    @Test
    void fifty_visitors_at_once_each_get_twenty_megabytes_whole() throws Exception {
        byte[] picture = new byte[PICTURE_BYTES];
        new Random(2).nextBytes(picture);
        sdk.client().putObject(put -> put.bucket("images").key("big.jpg"), RequestBody.fromBytes(picture));
        try (HttpClient client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var get = HttpRequest.newBuilder(URI.create(cloud.website().url() + "/big.jpg"))
                    .build();
            var visits = IntStream.range(0, 50)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try (InputStream body =
                                client.send(get, BodyHandlers.ofInputStream()).body()) {
                            return isWhole(body, picture);
                        }
                    })
                    .toList();
            assertThat(threads.invokeAll(visits)).allMatch(visit -> visit.resultNow());
        }
    }

    private static boolean isWhole(InputStream body, byte[] picture) throws IOException {
        int at = 0;
        byte[] part = new byte[1 << 16];
        for (int read = body.read(part); read >= 0; read = body.read(part)) {
            if (!Arrays.equals(part, 0, read, picture, at, at + read)) {
                return false;
            }
            at += read;
        }
        return at == picture.length;
    }

    /** Nagle's algorithm would hold back each body until the visitor has acknowledged its headers: 40 ms on Linux. */
    @Test
    void no_picture_waits_for_an_acknowledgement() throws Exception {
        try (Socket visitor = new Socket(
                InetAddress.getLoopbackAddress(), cloud.website().url().getPort())) {
            visitor.getOutputStream()
                    .write("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(visitor.getInputStream().read()).isPositive();
            List<SocketChannel> connections = JdkServerConnections.of(cloud.website());
            assertThat(connections).isNotEmpty();
            for (SocketChannel connection : connections) {
                assertThat(connection.getOption(StandardSocketOptions.TCP_NODELAY))
                        .isTrue();
            }
        }
    }

    @Test
    void a_visitor_who_leaves_in_the_middle_disturbs_nobody() throws Exception {
        sdk.client().putObject(put -> put.bucket("images").key("left.jpg"), RequestBody.fromBytes(new byte[5_000_000]));
        URI front = cloud.website().url();
        for (int i = 0; i < 300; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), front.getPort())) {
                socket.getOutputStream()
                        .write("GET /left.jpg HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
            }
        }
        assertThat(RawHttp.to(front).get("/left.jpg").body()).hasSize(5_000_000);
    }

    @Test
    void a_website_port_in_use_is_a_sentence_and_leaves_nothing_running(@TempDir Path other) {
        int taken = cloud.website().url().getPort();
        assertThatThrownBy(() -> LocalCloud.start(settings(other, taken)))
                .isInstanceOf(PortInUse.class)
                .hasMessage("port " + taken
                        + " is in use, so the website front cannot start: choose another with --website-port");
    }

    @Test
    void after_close_no_thread_of_it_is_left(@TempDir Path other) throws Exception {
        long before = threads();
        LocalCloud.start(settings(other, 0)).close();
        Eventually.until("its threads have ended", () -> threads() <= before);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .count();
    }
}
