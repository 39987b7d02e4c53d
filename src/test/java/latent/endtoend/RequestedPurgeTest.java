package latent.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import latent.PurgeRun;
import latent.Service;
import latent.config.SettingSources;
import latent.key.OriginalKey;
import latent.kit.Stack;
import latent.purge.PurgeScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code latent purge} and {@code POST /-/purge}: all renditions of an original go, from S3 and from CloudFront, and nothing else does. */
class RequestedPurgeTest extends WarmSetUp {
    private static final String TOKEN = "a-token-of-this-test";
    private static final List<String> ITS =
            List.of("widgets/a_60_40.jpg", "widgets/a-50x50_fill.jpg", "widgets/a_60_0.jpg.png");
    private static final List<String> OTHERS = List.of("widgets/a_60_40_30_30.jpg", "widgets/b_60_40.jpg");

    @BeforeEach
    void storeRenditions() throws Exception {
        for (String original : List.of("widgets/a.jpg", "widgets/a_60_40.jpg", "widgets/b.jpg")) {
            stack.putOriginal(original, Stack.jpeg(120, 90));
        }
        visit(ITS);
        visit(OTHERS);
        stack.s3.put("renditions", "widgets/index.html", "not a rendition");
        stack.s3.put(
                "renditions",
                "widgets/a_p-once.jpg",
                "by an earlier preset",
                put -> put.metadata(Map.of("source-etag", "\"1\"", "cache-tag", "widgets%2Fa.jpg")));
    }

    @Test
    void every_rendition_of_an_original_is_removed_and_nothing_else() throws Exception {
        assertThat(purge("widgets/a.jpg")).contains("widgets/a.jpg: 4 renditions removed", "distributions told: 1");
        assertThat(stack.stored())
                .containsExactlyInAnyOrder("widgets/a_60_40_30_30.jpg", "widgets/b_60_40.jpg", "widgets/index.html");
        assertThat(aws.forgotten(distribution)).containsExactly("/widgets/a*");

        visit(ITS);
        assertThat(stack.stored())
                .as("purged renditions are made again when they are asked for")
                .containsAll(ITS);
    }

    @Test
    void a_purge_of_what_is_gone_tells_cloudfront_again_and_is_no_failure() throws Exception {
        purge("widgets/a.jpg");
        assertThat(purge("widgets/a.jpg")).contains("widgets/a.jpg: 0 renditions removed");
        assertThat(aws.forgotten(distribution)).containsExactly("/widgets/a*", "/widgets/a*");
    }

    @Test
    void a_prefix_takes_the_renditions_of_all_originals_and_leaves_other_files() throws Exception {
        assertThat(purge(new PurgeScope.OfPrefix("widgets/"))).contains("widgets/*: 6 renditions removed");
        assertThat(stack.stored()).containsExactly("widgets/index.html");
        assertThat(aws.forgotten(distribution)).containsExactly("/widgets/*");
    }

    @Test
    void a_dry_run_counts_and_removes_nothing() throws Exception {
        List<String> before = stack.stored();
        assertThat(run(true, List.of(new PurgeScope.OfPrefix("widgets/"), scope("widgets/b.jpg"))))
                .contains("widgets/*: 6 renditions would be removed", "widgets/b.jpg: 1 renditions would be removed");
        assertThat(stack.stored()).isEqualTo(before);
        assertThat(aws.forgotten(distribution)).isEmpty();
    }

    @Test
    void more_renditions_than_s3_deletes_at_once_are_all_removed() throws Exception {
        try (var puts = Executors.newFixedThreadPool(8)) {
            for (int width = 1; width <= 1100; width++) {
                String key = "big_" + width + "_40.jpg";
                puts.execute(() -> stack.s3.put("renditions", key, "-"));
            }
        }
        assertThat(purge("big.jpg")).contains("big.jpg: 1000 renditions removed", "total: 1100 renditions removed");
        assertThat(stack.stored()).noneMatch(key -> key.startsWith("big"));
    }

    @Test
    void arguments_that_name_no_original_are_refused_before_anything_is_removed() throws Exception {
        assertThat(typed().text()).contains("Nothing to purge: name keys of originals, or a prefix.");
        assertThat(typed("widgets/a.jpg", "widgets/a.txt").text()).contains("'widgets/a.txt' is no key of an original");
        assertThat(stack.stored()).containsAll(ITS);
    }

    @Test
    void a_distribution_that_cannot_be_told_is_a_failure_that_says_to_run_it_again() throws Exception {
        Told told = typed("widgets/a.jpg", "--set", "purge.distributions=ENOTTHERE");
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.text())
                .contains("The purge of widgets/a.jpg is not complete; 4 renditions were removed. Run it again.")
                .doesNotContain("\tat ");
    }

    @Test
    void the_admin_page_purges_for_who_shows_a_token() throws Exception {
        try (Service service = Service.start(new SettingSources()
                .with(settings(), "test")
                .with(Map.of("http.port", "0", "http.host", "127.0.0.1", "admin.tokens", TOKEN), "test")
                .read())) {
            String page = "http://127.0.0.1:" + service.port() + "/-/purge?original=widgets/a.jpg";
            assertThat(post(page, "a-token-of-somebody-else"))
                    .isEqualTo("401 Show one of admin.tokens: Authorization: Bearer TOKEN.");
            assertThat(stack.stored()).containsAll(ITS);
            assertThat(post(page + "&dry-run=true", TOKEN)).isEqualTo("200 4 renditions would be removed");
            assertThat(post(page.replace("a.jpg", "a.txt"), TOKEN)).startsWith("400 'widgets/a.txt' is no key");
            assertThat(post(page, TOKEN)).isEqualTo("200 4 renditions removed");
        }
        assertThat(stack.stored()).doesNotContainAnyElementsOf(ITS);
        assertThat(aws.forgotten(distribution)).containsExactly("/widgets/a*");
    }

    @Test
    void without_admin_tokens_there_is_no_such_page() throws Exception {
        try (Service service = Service.start(new SettingSources()
                .with(settings(), "test")
                .with(Map.of("http.port", "0", "http.host", "127.0.0.1"), "test")
                .read())) {
            assertThat(post("http://127.0.0.1:" + service.port() + "/-/purge?original=widgets/a.jpg", ""))
                    .startsWith("405 ");
        }
        assertThat(stack.stored()).containsAll(ITS);
    }

    private static String post(String url, String token) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body().strip();
        }
    }

    private String purge(String original) {
        return purge(scope(original));
    }

    private String purge(PurgeScope scope) {
        return run(false, List.of(scope));
    }

    private static PurgeScope scope(String original) {
        return new PurgeScope.OfOriginal(new OriginalKey(original));
    }

    private String run(boolean dryRun, List<PurgeScope> scopes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PurgeRun.run(
                scopes,
                dryRun,
                new SettingSources().with(settings(), "test").read(),
                new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }

    /** The command in a process of its own, as somebody types it. */
    private Told typed(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + CLOUD_FRONT + "=" + aws.url,
                "-cp",
                System.getProperty("java.class.path"),
                "latent.Main",
                "purge"));
        settings().forEach((name, value) -> line.addAll(List.of("--set", name + "=" + value)));
        line.addAll(List.of(words));
        Process command = new ProcessBuilder(line).redirectErrorStream(true).start();
        String text = new String(command.getInputStream().readAllBytes(), UTF_8);
        return new Told(command.waitFor(), text);
    }

    private record Told(int exit, String text) {}
}
