package latent.store.http;

import static latent.store.http.SourceKit.HEAD;
import static latent.store.http.SourceKit.MAX_BYTES;
import static latent.store.http.SourceKit.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import latent.kit.HostedFile;
import latent.kit.RawHost;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.store.Original;
import latent.store.OriginalStream;
import latent.store.http.HttpSources.Place;
import org.junit.jupiter.api.Test;

/** Originals of another host: which file a key is, that one version of it is read whole, and that another one is noticed. */
class HttpOriginalsTest {
    private static final byte[] OLD = bytes(1);
    private static final byte[] NEW = bytes(2);

    @Test
    void a_key_s_beginning_says_the_host_and_what_follows_is_escaped() {
        Place shop = new Place("shop/", URI.create("https://shop.example/images/"));
        Place deep = new Place("shop/deep/", URI.create("https://deep.example:8443/"));
        HttpSources sources = new HttpSources(List.of(shop, deep), Set.of(), Duration.ofSeconds(1), 1, "public");
        assertThat(url(sources, "shop/a/b.jpg")).contains("https://shop.example/images/a/b.jpg");
        assertThat(url(sources, "shop/deep/b.jpg")).contains("https://deep.example:8443/b.jpg");
        assertThat(url(sources, "shop/50% größer?#.jpg"))
                .contains("https://shop.example/images/50%25%20gr%C3%B6%C3%9Fer%3F%23.jpg");
        assertThat(url(sources, "shop/@evil.example:80\\.jpg"))
                .contains("https://shop.example/images/%40evil.example%3A80%5C.jpg");
        assertThat(url(sources, "shopping/b.jpg")).isEmpty();
    }

    private static Optional<String> url(HttpSources sources, String key) {
        return sources.of(key(key)).map(place -> place.url(key(key)).toString());
    }

    @Test
    void a_file_is_opened_and_read_whole_by_one_request_and_its_parts_are_ranges() throws Exception {
        try (RawHost host = new RawHost(new HostedFile(OLD, "ETag: \"1\""));
                SourceKit kit = kit(host)) {
            assertThat(kit.all("shop/a.jpg")).isEqualTo(OLD);
            assertThat(host.heads()).hasSize(1);
            assertThat(host.heads().getFirst())
                    .startsWith("GET /images/a.jpg HTTP/1.1\r\n")
                    .contains("Host: shop.example:" + host.port() + "\r\n");
            Original original = kit.open("shop/a.jpg");
            assertThat(original.eTag()).isEqualTo("\"1\"");
            assertThat(original.bytes()).isEqualTo(OLD.length);
            assertThat(original.head()).isEqualTo(Arrays.copyOf(OLD, HEAD));
            assertThat(kit.originals.read(original, 5000, 300).orElseThrow())
                    .isEqualTo(Arrays.copyOfRange(OLD, 5000, 5300));
            assertThat(host.heads().getLast()).contains("Range: bytes=5000-5299\r\n", "If-Match: \"1\"\r\n");
        }
    }

    @Test
    void a_host_without_ranges_and_conditions_will_do() throws Exception {
        HostedFile file = new HostedFile(OLD, "ETag: \"1\"");
        file.ranges = false;
        file.conditions = false;
        try (RawHost host = new RawHost(file);
                SourceKit kit = kit(host)) {
            Original original = kit.open("shop/a.jpg");
            assertThat(kit.originals.read(original, 5000, 300).orElseThrow())
                    .isEqualTo(Arrays.copyOfRange(OLD, 5000, 5300));
            assertThat(kit.originals.openUnless(original.key(), "\"1\"", HEAD)).isEmpty();
        }
    }

    @Test
    void another_version_is_noticed_by_whatever_the_host_says_of_it_and_by_the_bytes_where_it_says_nothing()
            throws Exception {
        String monday = "Last-Modified: Mon, 02 Nov 2026 08:00:00 GMT";
        String tuesday = "Last-Modified: Tue, 03 Nov 2026 08:00:00 GMT";
        changed(new String[] {"ETag: \"1\""}, new String[] {"ETag: \"2\""});
        changed(new String[] {"ETag: W/\"1\""}, new String[] {"ETag: W/\"2\""});
        changed(new String[] {monday}, new String[] {tuesday});
        changed(new String[] {}, new String[] {});
        changed(new String[] {"ETag: unquoted", "Last-Modified: yesterday"}, new String[] {"ETag: unquoted"});
        changed(new String[] {"ETag: \"1\"", "ETag: \"2\""}, new String[] {"ETag: \"2\"", "ETag: \"1\""});
    }

    private static void changed(String[] before, String[] after) throws Exception {
        for (boolean knowsMore : new boolean[] {true, false}) {
            HostedFile file = new HostedFile(OLD, before);
            file.conditions = knowsMore;
            file.ranges = knowsMore;
            file.saysLength = knowsMore;
            try (RawHost host = new RawHost(file);
                    SourceKit kit = kit(host)) {
                Original original = kit.open("shop/a.jpg");
                String version = original.eTag();
                assertThat(version).matches("(W/)?\"[\\x21\\x23-\\x7e]+\"");
                assertThat(kit.originals.version(original.key())).contains(version);
                assertThat(kit.originals.openUnless(original.key(), version, HEAD))
                        .isEmpty();
                assertThat(kit.originals.fetch(original).orElseThrow()).isEqualTo(OLD);
                assertThat(kit.originals.read(original, 2000, 10).orElseThrow())
                        .isEqualTo(Arrays.copyOfRange(OLD, 2000, 2010));
                try (OriginalStream open = kit.originals.open(original.key(), HEAD)) {
                    open.close();
                    file.bytes = NEW;
                    file.version = List.of(after);
                    assertThat(open.readAll()).as("of a version that is gone").isEmpty();
                }
                assertThat(kit.originals.fetch(original)).isEmpty();
                assertThat(kit.originals.version(original.key()).orElseThrow()).isNotEqualTo(version);
                assertThat(kit.originals
                                .openUnless(original.key(), version, HEAD)
                                .orElseThrow()
                                .readAll()
                                .orElseThrow())
                        .isEqualTo(NEW);
            }
        }
    }

    @Test
    void a_part_of_another_version_is_never_taken_for_one_of_this() throws Exception {
        HostedFile file = new HostedFile(OLD, "ETag: W/\"1\"");
        try (RawHost host = new RawHost(file);
                SourceKit kit = kit(host)) {
            Original original = kit.open("shop/a.jpg");
            file.version = List.of("ETag: W/\"2\"");
            assertThat(kit.originals.read(original, 2000, 10)).isEmpty();
            file.version = List.of("ETag: W/\"1\"");
            file.bytes = Arrays.copyOf(OLD, OLD.length + 1);
            assertThat(kit.originals.read(original, 2000, 10))
                    .as("of another length")
                    .isEmpty();
        }
    }

    @Test
    void a_host_that_forbids_head_is_asked_with_get() throws Exception {
        HostedFile file = new HostedFile(OLD, "ETag: \"1\"");
        RawHost.Script script = (head, out) -> {
            if (head.startsWith("HEAD")) {
                RawHost.write(out, new byte[0], "HTTP/1.1 403 Forbidden", "Content-Length: 0");
            } else {
                file.answer(head, out);
            }
        };
        try (RawHost host = new RawHost(script);
                SourceKit kit = kit(host)) {
            assertThat(kit.originals.version(key("shop/a.jpg"))).contains("\"1\"");
        }
    }

    @Test
    void an_empty_file_and_one_that_never_ends_are_refused() throws Exception {
        try (RawHost host = new RawHost(new HostedFile(new byte[0], "ETag: \"1\""));
                SourceKit kit = kit(host)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> kit.open("shop/a.jpg"))
                    .matches(refusal -> refusal.reason() == Reason.NOT_A_PICTURE);
        }
        RawHost.Script endless = (head, out) -> {
            RawHost.write(out, new byte[0], "HTTP/1.1 200 OK", "ETag: \"1\"");
            while (true) {
                out.write(OLD);
            }
        };
        try (RawHost host = new RawHost(endless);
                SourceKit kit = kit(host)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> kit.open("shop/a.jpg"))
                    .withMessage("The original is larger than " + (MAX_BYTES >> 20) + " MiB.")
                    .matches(refusal -> refusal.reason() == Reason.TOO_LARGE);
        }
    }

    private static SourceKit kit(RawHost host) {
        return SourceKit.of("http://shop.example:" + host.port() + "/images/");
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[20_000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
