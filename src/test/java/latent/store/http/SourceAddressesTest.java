package latent.store.http;

import static latent.store.http.SourceKit.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import latent.kit.HostedFile;
import latent.kit.RawHost;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is connected to: the address that was looked at and no other, by the name of the URL, and by a redirect nobody else either. */
class SourceAddressesTest {
    private static final byte[] FILE = new byte[5000];
    private static final Duration LONG = Duration.ofSeconds(20);

    /** The address that counts as public here; 127.0.0.1 is the private one. */
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("127.0.0.2");

    @Test
    void a_name_that_turns_private_between_two_look_ups_leads_nowhere() throws Exception {
        try (RawHost inside = new RawHost(new HostedFile(FILE, "ETag: \"inside\""));
                RawHost outside = new RawHost(
                        new ServerSocket(inside.port(), 10, PUBLIC), new HostedFile(FILE, "ETag: \"outside\""));
                SourceKit kit = SourceKit.of(
                        "http://shop.example:" + inside.port() + "/",
                        LONG,
                        PUBLIC::equals,
                        names("127.0.0.2", "127.0.0.1"),
                        SSLContexts.createDefault())) {
            assertThat(kit.open("shop/a.jpg").eTag())
                    .as("of the address that the first look-up gave; there was no second")
                    .isEqualTo("\"outside\"");
            denied(kit, "the host shop.example has the address 127.0.0.1, which is not public");
            assertThat(outside.heads()).hasSize(1);
            assertThat(inside.heads()).isEmpty();
        }
    }

    @Test
    void one_private_address_among_others_is_one_too_many() throws Exception {
        try (RawHost outside = new RawHost(new ServerSocket(0, 10, PUBLIC), new HostedFile(FILE, "ETag: \"1\""));
                SourceKit kit = SourceKit.of(
                        "http://shop.example:" + outside.port() + "/",
                        LONG,
                        PUBLIC::equals,
                        names("127.0.0.2 127.0.0.1"),
                        SSLContexts.createDefault())) {
            denied(kit, "127.0.0.1");
            assertThat(outside.heads()).isEmpty();
        }
    }

    @Test
    void an_address_in_place_of_a_name_is_looked_at_too() throws Exception {
        try (RawHost inside = new RawHost(new HostedFile(FILE, "ETag: \"1\""));
                SourceKit kit = SourceKit.of(
                        "http://127.0.0.1:" + inside.port() + "/",
                        LONG,
                        PublicAddresses::contain,
                        names("127.0.0.1"),
                        SSLContexts.createDefault())) {
            denied(kit, "127.0.0.1");
            assertThat(inside.heads()).isEmpty();
        }
    }

    @Test
    void a_redirect_leads_to_hosts_of_the_list_and_only_so_far() throws Exception {
        try (RawHost other = new RawHost(new HostedFile(FILE, "ETag: \"other\""))) {
            for (String target : List.of(
                    "http://169.254.169.254/latest/meta-data/?signature=hush",
                    "http://127.0.0.1:" + other.port() + "/",
                    "http://shop.example:" + other.port() + "/",
                    "//evil.example/",
                    "https://shop.example/",
                    "ftp://shop.example/",
                    "http://user:hush@shop.example:PORT/")) {
                try (RawHost host = new RawHost((head, out) -> RawHost.write(
                                out,
                                new byte[0],
                                "HTTP/1.1 302 Found",
                                "Location: " + target.replace("PORT", port(head)),
                                "Content-Length: 0"));
                        SourceKit kit = SourceKit.of("http://shop.example:" + host.port() + "/", LONG)) {
                    assertThatExceptionOfType(FaultException.class)
                            .as(target)
                            .isThrownBy(() -> kit.open("shop/a.jpg"))
                            .withMessageContaining("it is redirected to ")
                            .withMessageNotContaining("hush")
                            .matches(fault -> fault.fault() == Fault.SOURCE_DENIED);
                    assertThat(host.heads()).hasSize(1);
                }
            }
            assertThat(other.heads()).isEmpty();
        }
        assertThat(hops(3)).isEqualTo("\"end\"");
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> hops(4))
                .withMessageContaining("Maximum redirects (3) exceeded")
                .matches(fault -> fault.fault() == Fault.SOURCE_DENIED);
    }

    private static String port(String head) {
        return head.replaceAll("(?s).*\r\nHost: [^:]*:([0-9]+)\r\n.*", "$1");
    }

    /** The ETag at the end of so many redirects. */
    private static String hops(int count) throws Exception {
        HostedFile file = new HostedFile(FILE, "ETag: \"end\"");
        RawHost.Script script = (head, out) -> {
            int hop =
                    head.startsWith("GET /a.jpg") ? 0 : Integer.parseInt(head.replaceAll("(?s)GET /([0-9]+) .*", "$1"));
            if (hop == count) {
                file.answer(head, out);
            } else {
                RawHost.write(
                        out,
                        new byte[0],
                        "HTTP/1.1 307 Temporary Redirect",
                        "Location: /" + (hop + 1),
                        "Content-Length: 0");
            }
        };
        try (RawHost host = new RawHost(script);
                SourceKit kit = SourceKit.of("http://shop.example:" + host.port() + "/", LONG)) {
            return kit.open("shop/a.jpg").eTag();
        }
    }

    @Test
    void the_certificate_and_sni_are_of_the_name_while_the_connection_is_to_the_address(@TempDir Path folder)
            throws Exception {
        SSLContext ours = certificate(folder, "shop.example");
        List<String> asked = new CopyOnWriteArrayList<>();
        SSLServerSocket socket = (SSLServerSocket)
                ours.getServerSocketFactory().createServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
        HostedFile file = new HostedFile(FILE, "ETag: \"1\"");
        try (RawHost host = new RawHost(socket, (head, out) -> file.answer(head, out))) {
            host.onConnection(open -> asked.addAll(((ExtendedSSLSession) ((javax.net.ssl.SSLSocket) open).getSession())
                    .getRequestedServerNames().stream()
                            .map(name -> ((SNIHostName) name).getAsciiName())
                            .toList()));
            assertThat(overTls("shop.example", host.port(), ours)).isEqualTo("\"1\"");
            assertThat(asked).containsExactly("shop.example");
            assertThat(host.heads().getFirst()).contains("Host: shop.example:" + host.port());
            assertThatExceptionOfType(FaultException.class)
                    .as("a certificate of another name")
                    .isThrownBy(() -> overTls("other.example", host.port(), ours))
                    .withMessageContaining("No subject alternative DNS name matching other.example");
            assertThatExceptionOfType(FaultException.class)
                    .as("a certificate that nobody vouches for")
                    .isThrownBy(() -> overTls("shop.example", host.port(), SSLContexts.createDefault()))
                    .withMessageContaining("SSLHandshakeException")
                    .matches(fault -> fault.fault() == Fault.SOURCE_UNAVAILABLE);
            assertThat(host.heads()).hasSize(1);
        }
    }

    private static String overTls(String name, int port, SSLContext trusted) {
        try (SourceKit kit = SourceKit.of(
                "https://" + name + ":" + port + "/",
                LONG,
                InetAddress::isLoopbackAddress,
                names("127.0.0.1"),
                trusted)) {
            return kit.open("shop/a.jpg").eTag();
        }
    }

    /** A certificate for this name, and trust in it. */
    private static SSLContext certificate(Path folder, String name) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "host",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return SSLContexts.custom()
                .loadKeyMaterial(store, "changeit".toCharArray(), "changeit".toCharArray())
                .loadTrustMaterial(store, "changeit".toCharArray())
                .build();
    }

    private static void denied(SourceKit kit, String words) {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> kit.open("shop/b.jpg"))
                .withMessageContaining(words)
                .matches(fault -> fault.fault() == Fault.SOURCE_DENIED);
    }
}
