package latent.store.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static latent.store.http.SourceKit.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import latent.kit.Eventually;
import latent.kit.HostedFile;
import latent.kit.RawHost;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.refusal.Refusal;
import latent.store.Original;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host can do to us: nothing without end, nothing without bound, and nothing that it is told of another request. */
class SourceBoundsTest {
    private static final byte[] FILE = new byte[50_000];
    private static final Duration SHORT = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({
        "404, ORIGINAL_MISSING", "410, ORIGINAL_MISSING", "204, SOURCE_DENIED", "206, SOURCE_DENIED",
        "300, SOURCE_DENIED", "304, SOURCE_DENIED", "400, SOURCE_DENIED", "401, SOURCE_DENIED",
        "403, SOURCE_DENIED", "407, SOURCE_DENIED", "451, SOURCE_DENIED", "408, SOURCE_UNAVAILABLE",
        "429, SOURCE_UNAVAILABLE", "500, SOURCE_UNAVAILABLE", "503, SOURCE_UNAVAILABLE", "599, SOURCE_UNAVAILABLE"
    })
    void a_status_is_a_missing_file_a_no_or_a_fault_of_the_host_and_it_is_asked_once(int status, String code)
            throws Exception {
        try (RawHost host = new RawHost((head, out) -> RawHost.write(
                        out,
                        new byte[0],
                        "HTTP/1.1 " + status + " Something",
                        "Retry-After: 86400",
                        "WWW-Authenticate: Basic realm=\"x\"",
                        "Content-Length: 0"));
                SourceKit kit = kit(host, Duration.ofSeconds(20))) {
            RuntimeException failure = failure(kit);
            String told = failure instanceof Refusal refusal
                    ? refusal.reason().name()
                    : ((FaultException) failure).fault().name();
            assertThat(told).isEqualTo(code);
            String words = failure instanceof Refusal refusal ? refusal.detail() : failure.getMessage();
            assertThat(words).contains("http://shop.example:" + host.port() + "/a.jpg", "answers " + status);
            assertThat(host.heads()).hasSize(1);
            assertThat(kit.meters.scrape())
                    .contains("latent_http_source_calls_total{host=\"shop.example\",method=\"GET\",outcome=\"" + status
                            + "\"} 1.0");
        }
    }

    @Test
    void a_host_that_drips_its_header_or_its_body_is_cut_off() throws Exception {
        for (String beginning : List.of(
                "HTTP/1.1 200 OK\r\nX-Slow: ",
                "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 50000\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n")) {
            RawHost.Script drip = (head, out) -> {
                out.write(beginning.getBytes(US_ASCII));
                drip(out);
            };
            try (RawHost host = new RawHost(drip);
                    SourceKit kit = kit(host, SHORT)) {
                assertThat(((FaultException) failure(kit)).fault()).isEqualTo(Fault.SOURCE_UNAVAILABLE);
                Eventually.until("its connection is closed", () -> host.connections() == 0);
            }
        }
    }

    private static void drip(OutputStream out) throws Exception {
        while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(20);
        }
    }

    @Test
    void silence_before_and_after_the_header_is_cut_off() throws Exception {
        for (String beginning : List.of("", "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 50000\r\n\r\n")) {
            CountDownLatch end = new CountDownLatch(1);
            RawHost.Script silent = (head, out) -> {
                out.write(beginning.getBytes(US_ASCII));
                out.flush();
                end.await();
            };
            try (RawHost host = new RawHost(silent);
                    SourceKit kit = kit(host, SHORT)) {
                assertThat(((FaultException) failure(kit)).fault()).isEqualTo(Fault.SOURCE_UNAVAILABLE);
                end.countDown();
            }
        }
    }

    @Test
    void a_length_that_is_a_lie_never_makes_a_file() throws Exception {
        RawHost.Script tooShort = (head, out) ->
                RawHost.write(out, FILE, "HTTP/1.1 200 OK", "ETag: \"1\"", "Content-Length: " + (FILE.length + 1));
        try (RawHost host = new RawHost(tooShort);
                SourceKit kit = kit(host, Duration.ofSeconds(20))) {
            assertThatExceptionOfType(FaultException.class)
                    .isThrownBy(() -> kit.all("shop/a.jpg"))
                    .withMessageContaining("broke off")
                    .matches(fault -> fault.fault() == Fault.SOURCE_UNAVAILABLE);
            assertThat(kit.meters.scrape()).contains("outcome=\"broke-off\"");
        }
        RawHost.Script huge = (head, out) ->
                RawHost.write(out, FILE, "HTTP/1.1 200 OK", "ETag: \"1\"", "Content-Length: 999999999999999");
        try (RawHost host = new RawHost(huge);
                SourceKit kit = kit(host, Duration.ofSeconds(20))) {
            Original original = kit.open("shop/a.jpg");
            assertThat(original.bytes()).as("what the header gate refuses").isEqualTo(999_999_999_999_999L);
            assertThat(original.head()).hasSize(SourceKit.HEAD);
        }
    }

    @Test
    void a_compressed_answer_is_not_asked_for_and_not_taken() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[10 << 20]);
        }
        for (String coding : List.of("gzip", "br", "deflate, gzip", "identity\r\nContent-Encoding: gzip")) {
            RawHost.Script packed = (head, out) -> RawHost.write(
                    out,
                    bomb.toByteArray(),
                    "HTTP/1.1 200 OK",
                    "ETag: \"1\"",
                    "Content-Encoding: " + coding,
                    "Content-Length: " + bomb.size());
            try (RawHost host = new RawHost(packed);
                    SourceKit kit = kit(host, Duration.ofSeconds(20))) {
                FaultException fault = (FaultException) failure(kit);
                assertThat(fault.fault()).isEqualTo(Fault.SOURCE_DENIED);
                assertThat(fault).hasMessageContaining("compressed");
                assertThat(host.heads().getFirst())
                        .contains("Accept-Encoding: identity\r\n")
                        .doesNotContain("gzip");
            }
        }
    }

    @Test
    void a_header_without_end_is_not_read_to_its_end() throws Exception {
        for (String line : List.of("X-Long: " + "x".repeat(100), "y")) {
            RawHost.Script endless = (head, out) -> {
                out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
                while (true) {
                    out.write((line.startsWith("X") ? line + "\r\n" : line).getBytes(US_ASCII));
                }
            };
            try (RawHost host = new RawHost(endless);
                    SourceKit kit = kit(host, Duration.ofSeconds(60))) {
                assertThat(failure(kit)).hasMessageContaining("MessageConstraintException");
            }
        }
    }

    @Test
    void nothing_of_one_answer_is_told_to_the_host_with_the_next_request() throws Exception {
        RawHost.Script script = (head, out) -> RawHost.write(
                out,
                FILE,
                "HTTP/1.1 200 OK",
                "Set-Cookie: id=1; Path=/",
                "Content-Length: " + FILE.length,
                "ETag: \"1\"");
        try (RawHost host = new RawHost(script);
                SourceKit kit = kit(host, Duration.ofSeconds(20))) {
            kit.open("shop/a.jpg");
            kit.open("shop/a.jpg");
            assertThat(host.heads())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head.lines()
                                    .skip(1)
                                    .filter(line -> !line.isEmpty())
                                    .map(line -> line.substring(0, line.indexOf(':'))))
                            .containsExactlyInAnyOrder("Accept-Encoding", "Host", "Connection", "User-Agent"));
        }
    }

    @Test
    void a_slow_host_has_sixteen_connections_at_most() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        HostedFile file = new HostedFile(FILE, "ETag: \"1\"");
        RawHost.Script held = (head, out) -> {
            end.await();
            file.answer(head, out);
        };
        try (RawHost host = new RawHost(held);
                SourceKit kit = kit(host, Duration.ofSeconds(20))) {
            List<Thread> visitors = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                visitors.add(Thread.ofVirtual().start(() -> kit.originals.version(key("shop/a.jpg"))));
            }
            Eventually.until("sixteen are connected", () -> host.connections() == 16);
            Eventually.until(
                    "the others wait",
                    () -> kit.meters.scrape().contains("latent_http_source_connections_pending 24.0"));
            assertThat(host.connections()).isEqualTo(16);
            end.countDown();
            for (Thread visitor : visitors) {
                visitor.join();
            }
        }
    }

    private static RuntimeException failure(SourceKit kit) {
        try {
            kit.open("shop/a.jpg");
        } catch (RuntimeException failure) {
            return failure;
        }
        throw new AssertionError("it was opened");
    }

    private static SourceKit kit(RawHost host, Duration timeout) {
        return SourceKit.of("http://shop.example:" + host.port() + "/", timeout);
    }
}
