package latent.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import latent.check.Finding.Failed;
import latent.check.Finding.Ok;
import latent.key.Signing;
import latent.kit.HostedFile;
import latent.kit.RawHost;
import latent.store.http.HttpSources;
import latent.store.http.HttpSources.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each host of originals is asked once, and what keeps it from being one is said together with what to change. */
class SourceChecksTest {
    private static final String FILE = "shop/dir/photo.jpg";
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void a_host_that_has_the_file_passes_and_is_asked_as_the_processor_asks() throws Exception {
        try (RawHost host = new RawHost(new HostedFile("picture".getBytes(UTF_8), "ETag: \"1\""))) {
            assertThat(finding(http(host), FILE)).isInstanceOf(Ok.class);
            assertThat(host.heads())
                    .singleElement()
                    .asString()
                    .startsWith("GET /images/dir/photo.jpg ")
                    .contains("Accept-Encoding: identity")
                    .doesNotContain("Cookie", "Authorization");
        }
    }

    @Test
    void of_a_host_without_the_sample_the_folder_is_asked_for_and_404_is_an_answer() throws Exception {
        try (RawHost host = new RawHost(status("404 Not Found"))) {
            Finding finding = finding(http(host), "widgets/myimage.jpg");
            assertThat(finding).isInstanceOf(Ok.class);
            assertThat(finding.line()).contains("/images/ answers 404 for the folder", "--original shop/");
            assertThat(host.heads().getFirst()).startsWith("GET /images/ ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 Not Found | shop/dir/photo.jpg | --original, or the folder that originals.http has for shop/",
                "403 Forbidden | shop/dir/photo.jpg | the host's rules",
                "500 Oh | widgets/a.jpg | see the log of that host",
                "429 Slowly | widgets/a.jpg | its limits for this machine",
            })
    void a_status_that_no_rendition_can_be_made_from_fails(String status, String sample, String change)
            throws Exception {
        try (RawHost host = new RawHost(status(status))) {
            assertFailed(finding(http(host), sample), status.substring(0, 3), change);
        }
    }

    @Test
    void an_address_that_is_not_public_is_refused_as_the_processor_refuses_it_and_nobody_connects() throws Exception {
        try (RawHost host = new RawHost(status("200 OK"))) {
            assertFailed(finding(http(host), FILE, Set.of(), LONG), "127.0.0.1", "originals.http-private-hosts");
            assertThat(host.heads()).isEmpty();
        }
    }

    @Test
    void a_redirect_to_another_host_is_not_followed() throws Exception {
        RawHost.Script elsewhere = (head, out) -> RawHost.write(
                out,
                new byte[0],
                "HTTP/1.1 302 Found",
                "Location: https://elsewhere.example/?signature=hush",
                "Content-Length: 0");
        try (RawHost host = new RawHost(elsewhere)) {
            Finding finding = finding(http(host), FILE);
            assertFailed(finding, "redirected to https://elsewhere.example:443", "originals.http: the scheme");
            assertThat(finding.line()).doesNotContain("hush");
        }
    }

    @Test
    void a_file_that_comes_compressed_fails() throws Exception {
        RawHost.Script packed = (head, out) ->
                RawHost.write(out, new byte[0], "HTTP/1.1 200 OK", "Content-Encoding: gzip", "Content-Length: 0");
        try (RawHost host = new RawHost(packed)) {
            assertFailed(finding(http(host), FILE), "compressed", "rules for compression");
        }
    }

    @Test
    void a_host_that_speaks_no_tls_takes_no_connection_or_has_no_name_fails_each_with_its_own_advice()
            throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = plain.accept()) {
                    // as web servers answer who speaks TLS at the wrong port
                    RawHost.write(socket.getOutputStream(), new byte[0], "HTTP/1.1 400 Bad Request");
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException visitorLeft) {
                    // it has seen enough
                }
            });
            URI tls = URI.create("https://localhost:" + plain.getLocalPort() + "/");
            assertFailed(finding(tls, FILE), "SSLException", "the host's certificate");
        }
        int shut;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            shut = nobody.getLocalPort();
        }
        assertFailed(finding(URI.create("http://localhost:" + shut + "/"), FILE), "refused", "the host's firewall");
        assertFailed(
                finding(URI.create("http://no-such-host.invalid/"), FILE), "no-such-host", "the DNS of this machine");
    }

    @Test
    void a_host_that_says_nothing_is_left_at_the_time_limit() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (RawHost host = new RawHost((head, out) -> end.await())) {
            Finding finding = finding(http(host), FILE, Set.of("localhost"), Duration.ofSeconds(1));
            assertFailed(finding, "no answer within originals.http-timeout, 1 s", "originals.http-timeout");
        } finally {
            end.countDown();
        }
    }

    private static void assertFailed(Finding finding, String seen, String change) {
        assertThat(finding).isInstanceOf(Failed.class);
        assertThat(finding.line())
                .contains(seen, "Change: ")
                .satisfies(line ->
                        assertThat(line.substring(line.indexOf("Change: "))).contains(change));
    }

    private static URI http(RawHost host) {
        return URI.create("http://localhost:" + host.port() + "/images/");
    }

    private static RawHost.Script status(String status) {
        return (head, out) -> RawHost.write(out, new byte[0], "HTTP/1.1 " + status, "Content-Length: 0");
    }

    private static Finding finding(URI base, String sample) throws Exception {
        return finding(base, sample, Set.of("localhost"), LONG);
    }

    private static Finding finding(URI base, String sample, Set<String> privateHosts, Duration timeout)
            throws Exception {
        HttpSources sources =
                new HttpSources(List.of(new Place("shop/", base)), privateHosts, timeout, 1 << 20, "no-store");
        SampleRendition rendition = new SampleRendition(sample, Optional.empty(), Signing.OFF, new Random());
        Check check = new SourceChecks(sources, rendition).checks().getFirst();
        assertThat(check.name()).isEqualTo("originals of shop/");
        return check.look().now();
    }
}
