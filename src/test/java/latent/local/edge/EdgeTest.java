package latent.local.edge;

import static latent.local.edge.FakeOrigin.bytes;
import static latent.local.edge.FakeOrigin.reply;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latent.local.edge.ViewerRequestFunction.Result;
import latent.local.web.Reply;
import latent.local.web.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a viewer and an origin see of an edge. */
class EdgeTest extends EdgeSetUp {
    @Test
    void the_vary_of_an_origin_is_cut_down_to_the_headers_that_are_forwarded() {
        origin.says(reply(200, "Vary", "Accept, Accept-Encoding, DPR", "Cache-Control", "max-age=100"));
        Edge byPath = edge(CachePolicy.asTheOriginSays());
        assertThat(get(byPath, "/a", "Accept", "image/avif").header("Vary")).contains("Accept-Encoding");
        assertThat(cached(get(byPath, "/a", "Accept", "image/webp"))).isEqualTo(HIT);
        Edge byAccept = edge(new CachePolicy(
                Duration.ZERO, Duration.ZERO, Duration.ofDays(1), Selection.only("accept"), Selection.none(), false));
        assertThat(get(byAccept, "/a", "Accept", "image/avif").header("Vary")).contains("Accept, Accept-Encoding");
        origin.says(reply(200, "Vary", "Accept"));
        assertThat(get(byPath, "/b").header("Vary")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"max-age=100, 1", "public, 1", "no-store, 20", "private, 20", "max-age=0, 20"})
    void simultaneous_requests_for_one_key_wait_for_one_answer_unless_it_is_for_one_alone(
            String cacheControl, int asked) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        origin.says(request -> {
            arrived.countDown();
            await(leave);
            return reply(302, "Cache-Control", cacheControl);
        });
        Edge edge = edge(CachePolicy.asTheOriginSays());
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        Thread first =
                Thread.ofPlatform().start(() -> answers.add(get(edge, "/a").status()));
        await(arrived);
        List<Thread> rest = IntStream.range(0, 19)
                .mapToObj(i -> Thread.ofPlatform()
                        .start(() -> answers.add(get(edge, "/a").status())))
                .toList();
        while (!rest.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        leave.countDown();
        first.join();
        for (Thread thread : rest) {
            thread.join();
        }
        assertThat(answers).hasSize(20).containsOnly(302);
        assertThat(origin.asked).hasSize(asked);
    }

    @Test
    void failover_asks_the_secondary_for_its_codes_and_the_primary_first_each_time() {
        origin.says(reply(403));
        other.says(reply(200, "Cache-Control", "no-store"));
        Edge edge = edge(EdgeSettings.of(CacheBehavior.of(
                OriginGroup.of(origin.origin(), other.origin(), 403, 404), CachePolicy.asTheOriginSays())));
        assertThat(get(edge, "/a").status()).isEqualTo(200);
        assertThat(get(edge, "/a").status()).isEqualTo(200);
        assertThat(origin.asked).hasSize(2);
        assertThat(other.asked).hasSize(2);
        origin.says(reply(500));
        assertThat(get(edge, "/b").status()).isEqualTo(500);
        origin.says(reply(302));
        assertThat(get(edge, "/c").status()).as("a redirect is no failure").isEqualTo(302);
        assertThat(other.asked).hasSize(2);
    }

    @Test
    void an_origin_that_is_not_there_is_502() {
        origin.close();
        assertThat(get(edge(CachePolicy.asTheOriginSays()), "/a").status()).isEqualTo(502);
    }

    @Test
    void an_origin_sees_nothing_of_a_viewer_but_what_the_policies_name() {
        origin.says(reply(200));
        get(
                edge(CachePolicy.asTheOriginSays()),
                "/a?w=1",
                "Accept",
                "image/avif",
                "Referer",
                "https://x.example/",
                "Cookie",
                "a=b",
                "Authorization",
                "Basic eA==",
                "Accept-Language",
                "de",
                "X-Real-IP",
                "10.0.0.1",
                "User-Agent",
                "curl",
                "CloudFront-Viewer-Address",
                "10.0.0.1:1",
                "X-Forwarded-For",
                "10.0.0.1");
        Request seen = origin.asked.remove();
        assertThat(seen.target()).isEqualTo("/a");
        assertThat(seen.headers().map().keySet().stream()
                        .map(String::toLowerCase)
                        .collect(Collectors.toSet()))
                .doesNotContain(
                        "accept",
                        "referer",
                        "cookie",
                        "authorization",
                        "accept-language",
                        "x-real-ip",
                        "cloudfront-viewer-address");
        assertThat(seen.header("User-Agent")).contains("Amazon CloudFront");
        assertThat(seen.header("X-Forwarded-For")).contains("10.0.0.1, 203.0.113.7");
        assertThat(seen.header("Via")).contains("1.1 arn1.cloudfront.net (CloudFront)");
    }

    @Test
    void policies_name_headers_and_queries_and_the_secret_header_is_ours() {
        origin.says(reply(200));
        EdgeSettings settings = EdgeSettings.of(CacheBehavior.of(
                        OriginGroup.of(origin.origin(Map.of("X-Origin-Verify", "secret"))),
                        new CachePolicy(
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ofDays(1),
                                Selection.only("Accept"),
                                Selection.only("w"),
                                false))
                .with(OriginRequestPolicy.headers("CloudFront-Viewer-Address", "X-Origin-Verify")));
        get(edge(settings), "/a?w=1&x=2", "Accept", "image/avif", "X-Origin-Verify", "guess");
        Request seen = origin.asked.remove();
        assertThat(seen.target()).isEqualTo("/a?w=1");
        assertThat(seen.header("Accept")).contains("image/avif");
        assertThat(seen.headers().allValues("X-Origin-Verify")).containsExactly("secret");
        assertThat(seen.header("CloudFront-Viewer-Address")).contains("203.0.113.7:51000");
    }

    @Test
    void what_is_in_the_key_tells_answers_apart_and_nothing_else_does() {
        origin.says(reply(200, "Cache-Control", "max-age=100"));
        Edge edge = edge(new CachePolicy(
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofDays(1),
                Selection.only("accept"),
                Selection.only("w"),
                false));
        get(edge, "/a?w=1", "Accept", "x");
        assertThat(cached(get(edge, "/a?w=1&v=9", "accept", "x", "Referer", "y")))
                .isEqualTo(HIT);
        assertThat(cached(get(edge, "/a?w=2", "Accept", "x"))).isEqualTo(MISS);
        assertThat(cached(get(edge, "/a?w=1", "Accept", "z"))).isEqualTo(MISS);
        assertThat(cached(get(edge, "/A?w=1", "Accept", "x"))).isEqualTo(MISS);
    }

    @Test
    void conditions_and_ranges_of_a_viewer_are_the_edge_s_to_answer() {
        origin.says(reply(200, "Cache-Control", "max-age=100", "ETag", "\"x\""));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        assertThat(get(edge, "/a", "If-None-Match", "\"y\", W/\"x\"").status()).isEqualTo(304);
        Reply part = get(edge, "/a", "Range", "bytes=5-99");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).contains("bytes 5-7/8");
        assertThat(new String(bytes(part), StandardCharsets.UTF_8)).isEqualTo("200");
        assertThat(get(edge, "/a", "Range", "bytes=8-").status()).isEqualTo(416);
        assertThat(origin.asked).hasSize(1);
        assertThat(origin.asked.remove().header("If-None-Match")).isEmpty();
    }

    @Test
    void only_reading_methods_pass() {
        assertThat(send(edge(CachePolicy.asTheOriginSays()), "POST", "/a").status())
                .isEqualTo(403);
        assertThat(origin.asked).isEmpty();
    }

    @Test
    void a_function_rewrites_the_key_or_answers_by_itself() {
        origin.says(reply(200, "Cache-Control", "max-age=100"));
        ViewerRequestFunction function = request -> request.rawPath().startsWith("/bad")
                ? new Result.Answer(reply(404))
                : new Result.Forward(new Request("GET", "/canonical.webp", request.headers(), request.visitor()));
        Edge edge = edge(EdgeSettings.of(behavior(CachePolicy.asTheOriginSays()).with(function)));
        get(edge, "/a?format=auto");
        assertThat(cached(get(edge, "/b"))).isEqualTo(HIT);
        assertThat(get(edge, "/bad").status()).isEqualTo(404);
        assertThat(origin.asked.remove().target()).isEqualTo("/canonical.webp");
        assertThat(origin.asked).isEmpty();
    }

    @Test
    void the_first_pattern_that_fits_chooses_the_behaviour() {
        origin.says(reply(200));
        other.says(reply(200));
        CacheBehavior special = CacheBehavior.of(OriginGroup.of(other.origin()), CachePolicy.cachingDisabled())
                .on(new PathPattern("/x/*.jpg"));
        Edge edge = edge(new EdgeSettings(List.of(special, behavior(CachePolicy.asTheOriginSays())), Map.of(), false));
        get(edge, "/x/y/z.jpg?q");
        get(edge, "/x/y/z.JPG");
        assertThat(other.asked).hasSize(1);
        assertThat(origin.asked).hasSize(1);
    }

    @Test
    void a_request_through_more_than_two_distributions_is_refused() {
        Edge inner = edge(CachePolicy.cachingDisabled());
        String passed = "1.1 a.cloudfront.net (CloudFront)";
        assertThat(get(inner, "/a", "Via", passed).status()).isEqualTo(404);
        assertThat(get(inner, "/a", "Via", passed + ", " + passed).status()).isEqualTo(403);
    }

    @Test
    void two_edges_behind_one_shield_ask_the_origin_once() {
        origin.says(reply(200, "Cache-Control", "max-age=100"));
        EdgeSettings settings = EdgeSettings.of(behavior(CachePolicy.asTheOriginSays()));
        CacheLayer shield = new CacheLayer(settings, origins, clock);
        Edge stockholm = new Edge("ARN1", settings, new CacheLayer(settings, shield, clock));
        Edge paris = new Edge("CDG1", settings, new CacheLayer(settings, shield, clock));
        assertThat(cached(get(stockholm, "/a"))).isEqualTo(MISS);
        assertThat(cached(get(paris, "/a"))).isEqualTo(MISS);
        assertThat(cached(get(paris, "/a"))).isEqualTo(HIT);
        assertThat(origin.asked).hasSize(1);
    }
}
