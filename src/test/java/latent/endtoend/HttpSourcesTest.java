package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import latent.Examinations;
import latent.audit.AuditCandidate;
import latent.audit.AuditDepth;
import latent.config.SettingSources;
import latent.kit.Eventually;
import latent.kit.HostedFile;
import latent.kit.RawHost;
import latent.kit.S3Settings;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Originals that come from another host, from the visitor's request to the rendition in the bucket. */
class HttpSourcesTest {
    private static final String PATH = "/shop/dir/photo_60_40.jpg";

    @TempDir
    private Path data = Path.of("");

    private HostedFile file = new HostedFile(new byte[0]);

    @BeforeEach
    void photograph() throws Exception {
        file = new HostedFile(Stack.jpeg(1600, 1200), "ETag: \"one\"");
    }

    @Test
    void TH_2_an_original_of_an_allowed_host_is_rendered_and_stored_and_its_rendition_is_a_hit() throws Exception {
        try (RawHost host = new RawHost(file);
                Stack stack = start(host, Map.of())) {
            Answer made = stack.processor().get(PATH);
            assertThat(made.status()).isEqualTo(200);
            assertThat(made.header("Cache-Control")).contains("public, max-age=86400");
            stack.storedAfter(1);
            Answer hit = stack.website().get(PATH);
            assertThat(hit.status()).isEqualTo(200);
            assertThat(hit.body()).isEqualTo(made.body());
            assertThat(hit.header("Cache-Control")).contains("public, max-age=86400");
            assertThat(host.heads()).allMatch(head -> head.contains(" /images/dir/photo.jpg HTTP/1.1\r\n"));
            assertThat(stack.metric(
                            "latent_http_source_calls_total{host=\"localhost\",method=\"GET\",outcome=\"200\"}"))
                    .isPositive();
            stack.putOriginal("other.jpg", Stack.jpeg(100, 100));
            assertThat(stack.processor().get("/other_10_10.jpg").header("Cache-Control"))
                    .as("of one in the bucket")
                    .contains("public, max-age=12312312");
        }
    }

    @Test
    void TH_2_without_the_setting_no_host_is_asked_and_without_leave_no_private_address() throws Exception {
        try (RawHost host = new RawHost(file)) {
            try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"))) {
                assertThat(stack.processor().get(PATH).status()).isEqualTo(404);
            }
            try (Stack stack = start(host, Map.of("originals.http-private-hosts", ""))) {
                Answer refused = stack.processor().get(PATH);
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Cache-Control")).contains("no-store");
                assertThat(refused.text()).doesNotContain("127.0.0.1", "localhost", "address");
                assertThat(stack.stored()).isEmpty();
                assertThat(stack.processor().get("/-/explain" + PATH).text())
                        .contains("\"reason\":\"SOURCE_DENIED\"", "which is not public");
            }
            assertThat(host.heads()).isEmpty();
        }
    }

    @Test
    void what_the_host_does_not_have_is_a_404_and_its_faults_are_kept_by_nobody() throws Exception {
        List<String> statuses = List.of("404 Not Found", "403 Forbidden", "500 Oh");
        RawHost.Script script = (head, out) -> {
            int which = Integer.parseInt(head.replaceAll("(?s)GET /images/([0-9]).*", "$1"));
            RawHost.write(out, new byte[0], "HTTP/1.1 " + statuses.get(which), "Content-Length: 0");
        };
        try (RawHost host = new RawHost(script);
                Stack stack = start(host, Map.of())) {
            Answer missing = stack.processor().get("/shop/0_60_40.jpg");
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.header("Cache-Control")).contains("public, max-age=60");
            stack.processor().get("/shop/0_61_40.jpg");
            assertThat(host.heads()).as("known to be missing").hasSize(1);
            for (String path : List.of("/shop/1_60_40.jpg", "/shop/2_60_40.jpg")) {
                Answer fault = stack.processor().get(path);
                assertThat(fault.status()).isEqualTo(503);
                assertThat(fault.header("Cache-Control")).contains("no-store");
            }
            assertThat(stack.stored()).isEmpty();
        }
    }

    @Test
    void one_that_changes_while_its_rendition_is_stored_leaves_nothing_outdated() throws Exception {
        try (RawHost host = new RawHost(file);
                Stack stack = start(host, Map.of())) {
            stack.between.putsMayPass = new CountDownLatch(1);
            assertThat(stack.processor().get(PATH).status()).isEqualTo(200);
            Eventually.until("it is being stored", () -> stack.between.puts.get() == 1);
            file.version = List.of("ETag: \"two\"");
            file.bytes = Stack.jpeg(800, 800);
            stack.between.putsMayPass.countDown();
            Eventually.until(
                    "it is known to be outdated",
                    () -> stack.metric("latent_write_backs_total{outcome=\"outdated\"}") == 1);
            assertThat(stack.stored()).isEmpty();
        }
    }

    @Test
    void half_a_file_is_never_a_rendition() throws Exception {
        byte[] whole = Stack.jpeg(1600, 1200);
        RawHost.Script half = (head, out) -> RawHost.write(
                out,
                Arrays.copyOf(whole, whole.length / 2),
                "HTTP/1.1 200 OK",
                "ETag: \"1\"",
                "Content-Length: " + whole.length);
        try (RawHost host = new RawHost(half);
                Stack stack = start(host, Map.of())) {
            assertThat(stack.processor().get(PATH).status()).isEqualTo(503);
            assertThat(stack.stored()).isEmpty();
        }
    }

    @Test
    void an_explanation_says_where_an_original_comes_from() throws Exception {
        try (RawHost host = new RawHost(file);
                Stack stack = start(host, Map.of())) {
            assertThat(stack.processor().get("/-/explain" + PATH).text())
                    .contains("\"from\":\"localhost\"", "\"eTag\":\"\\\"one\\\"\"", "\"width\":1600");
            assertThat(stack.processor().get("/-/explain/none_60_40.jpg").text())
                    .contains("\"from\":\"bucket\"", "\"status\":404");
        }
    }

    @Test
    void an_audit_asks_the_host_before_it_calls_a_rendition_orphaned() throws Exception {
        AuditCandidate unlisted = new AuditCandidate(
                PATH.substring(1), "shop/dir/photo.jpg", Optional.empty(), 0, Optional.empty(), false);
        try (RawHost host = new RawHost(file);
                Stack stack = start(host, Map.of())) {
            stack.processor().get(PATH);
            stack.storedAfter(1);
            Map<String, String> settings = settings(host);
            settings.putAll(S3Settings.of(stack.cloud.s3().url()));
            try (var audit = Examinations.SOURCE.open(
                    new SettingSources().with(settings, "test").read(), AuditDepth.HEADERS)) {
                assertThat(audit.examine(unlisted).unknown()).isEmpty();
                assertThat(audit.examine(unlisted).findings()).isEmpty();
            }
        }
    }

    private static Map<String, String> settings(RawHost host) {
        return new HashMap<>(Map.of(
                "render.engine", "imgscalr",
                "originals.http", "shop/=http://localhost:" + host.port() + "/images/",
                "originals.http-private-hosts", "localhost"));
    }

    private Stack start(RawHost host, Map<String, String> more) throws Exception {
        Map<String, String> settings = settings(host);
        settings.putAll(more);
        return Stack.start(data.resolve(Integer.toString(settings.hashCode())), settings);
    }
}
