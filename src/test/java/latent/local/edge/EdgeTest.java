package latent.local.edge;

import static latent.local.edge.FakeOrigin.bytes;
import static latent.local.edge.FakeOrigin.reply;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latent.local.TurnedClock;
import latent.local.edge.ViewerRequestFunction.Result;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;
import latent.local.web.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a viewer and an origin see of an edge. */
class EdgeTest {
    private static final String HIT = "Hit from cloudfront";
    private static final String MISS = "Miss from cloudfront";

    private final TurnedClock clock = new TurnedClock();
    private final FakeOrigin origin = new FakeOrigin();
    private final FakeOrigin other = new FakeOrigin();
    private final Origins origins = new Origins(Duration.ofMinutes(5));

    @AfterEach
    void close() {
        origins.close();
        origin.close();
        other.close();
    }

    private Edge edge(EdgeSettings settings) {
        return new Edge("ARN1", settings, new CacheLayer(settings, origins, clock));
    }

    private Edge edge(CachePolicy policy) {
        return edge(EdgeSettings.of(behavior(policy)));
    }

    private CacheBehavior behavior(CachePolicy policy) {
        return CacheBehavior.of(OriginGroup.of(origin.origin()), policy);
    }

    private static Reply get(Edge edge, String target, String... headers) {
        return send(edge, "GET", target, headers);
    }

    private static Reply send(Edge edge, String method, String target, String... headers) {
        HeaderFields fields = HeaderFields.none().add("Host", "images.example");
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(headers[i], headers[i + 1]);
        }
        var visitor = new InetSocketAddress(InetAddress.ofLiteral("203.0.113.7"), 51000);
        return edge.answer(new Request(method, target, fields.build(), visitor));
    }

    private static String cached(Reply reply) {
        return reply.header("X-Cache").orElse("");
    }

    @Test
    void an_image_is_kept_by_its_own_header_and_tells_its_age() {
        origin.says(reply(200, "Cache-Control", "max-age=100"));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        assertThat(cached(get(edge, "/a"))).isEqualTo(MISS);
        clock.turn(Duration.ofSeconds(99));
        Reply kept = get(edge, "/a");
        assertThat(cached(kept)).isEqualTo(HIT);
        assertThat(kept.header("Age")).contains("99");
        clock.turn(Duration.ofSeconds(1));
        assertThat(cached(get(edge, "/a"))).isEqualTo(MISS);
        assertThat(origin.asked).hasSize(2);
    }

    @Test
    void a_redirect_of_s3_is_not_kept_when_default_and_minimum_are_zero() {
        origin.says(reply(302, "Location", "https://p.example/a"));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        assertThat(cached(get(edge, "/a"))).isEqualTo(MISS);
        assertThat(cached(get(edge, "/a"))).isEqualTo(MISS);
        assertThat(origin.asked).hasSize(2);
    }

    @Test
    void under_the_managed_policy_it_is_kept_for_a_day() {
        origin.says(reply(302, "Location", "https://p.example/a"));
        Edge edge = edge(CachePolicy.cachingOptimized());
        get(edge, "/a");
        clock.turn(Duration.ofHours(23));
        Reply kept = get(edge, "/a");
        assertThat(cached(kept)).isEqualTo(HIT);
        assertThat(kept.header("Location")).contains("https://p.example/a");
        clock.turn(Duration.ofHours(1));
        assertThat(cached(get(edge, "/a"))).isEqualTo(MISS);
    }

    @Test
    void a_stale_object_is_asked_about_by_its_etag() {
        origin.says(request ->
                request.header("If-None-Match").filter("\"x\""::equals).isPresent()
                        ? new Reply(
                                304,
                                HeaderFields.none()
                                        .add("ETag", "\"x\"")
                                        .add("Cache-Control", "max-age=50")
                                        .build(),
                                latent.local.web.Body.empty())
                        : reply(200, "ETag", "\"x\"", "Cache-Control", "max-age=10"));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        get(edge, "/a");
        clock.turn(Duration.ofSeconds(10));
        Reply refreshed = get(edge, "/a");
        assertThat(cached(refreshed)).isEqualTo("RefreshHit from cloudfront");
        assertThat(new String(bytes(refreshed), StandardCharsets.UTF_8)).isEqualTo("says 200");
        clock.turn(Duration.ofSeconds(49));
        assertThat(cached(get(edge, "/a"))).isEqualTo(HIT);
    }

    @Test
    void when_the_origin_fails_the_old_object_is_served() {
        origin.says(reply(200, "Cache-Control", "max-age=10"));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        get(edge, "/a");
        clock.turn(Duration.ofSeconds(10));
        origin.says(reply(503));
        assertThat(get(edge, "/a").status()).isEqualTo(200);
        assertThat(get(edge, "/a").status()).isEqualTo(200);
        assertThat(origin.asked)
                .as("within the error caching time it is not asked again")
                .hasSize(2);
        clock.turn(Duration.ofSeconds(10));
        get(edge, "/a");
        assertThat(origin.asked).hasSize(3);
    }

    @Test
    void with_stale_if_error_the_old_object_is_served_for_as_long_as_that_says() {
        origin.says(reply(200, "Cache-Control", "max-age=10, stale-if-error=60"));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        get(edge, "/a");
        origin.says(reply(503));
        clock.turn(Duration.ofSeconds(10));
        assertThat(get(edge, "/a").status()).isEqualTo(200);
        clock.turn(Duration.ofSeconds(59));
        assertThat(get(edge, "/a").status()).isEqualTo(200);
        clock.turn(Duration.ofSeconds(10));
        assertThat(get(edge, "/a").status()).isEqualTo(503);
    }

    @Test
    void with_stale_while_revalidate_the_old_object_is_served_while_the_origin_is_asked_once() throws Exception {
        origin.says(reply(200, "Cache-Control", "max-age=10, stale-while-revalidate=60"));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        get(edge, "/a");
        clock.turn(Duration.ofSeconds(69));
        CountDownLatch leave = new CountDownLatch(1);
        origin.says(request -> {
            await(leave);
            return reply(203, "Cache-Control", "max-age=10");
        });
        for (int i = 0; i < 5; i++) {
            Reply old = get(edge, "/a");
            assertThat(cached(old)).isEqualTo(HIT);
            assertThat(old.status()).isEqualTo(200);
            assertThat(old.header("Age")).contains("69");
        }
        leave.countDown();
        while (get(edge, "/a").status() == 200) {
            Thread.onSpinWait();
        }
        assertThat(cached(get(edge, "/a"))).isEqualTo(HIT);
        assertThat(origin.asked).hasSize(2);
    }

    @Test
    void after_that_time_a_visitor_waits_for_the_origin() {
        origin.says(reply(200, "Cache-Control", "max-age=10, stale-while-revalidate=60"));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        get(edge, "/a");
        clock.turn(Duration.ofSeconds(70));
        assertThat(cached(get(edge, "/a"))).isEqualTo(MISS);
    }

    @Test
    void of_what_an_origin_varies_by_a_viewer_hears_only_what_reaches_it() {
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

    @Test
    void when_the_origin_says_4xx_the_old_object_is_gone() {
        origin.says(reply(200, "Cache-Control", "max-age=10"));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        get(edge, "/a");
        clock.turn(Duration.ofSeconds(10));
        origin.says(reply(404));
        assertThat(get(edge, "/a").status()).isEqualTo(404);
        origin.says(reply(503));
        clock.turn(Duration.ofSeconds(10));
        assertThat(get(edge, "/a").status()).isEqualTo(503);
    }

    @Test
    void errors_stick_unless_their_minimum_is_zero() {
        origin.says(reply(503));
        Edge sticky = edge(CachePolicy.asTheOriginSays());
        get(sticky, "/a");
        assertThat(cached(get(sticky, "/a"))).isEqualTo("Error from cloudfront");
        assertThat(origin.asked).hasSize(1);
        Edge ours = edge(EdgeSettings.of(behavior(CachePolicy.asTheOriginSays()))
                .withErrorCachingMinTtl(Map.of(503, Duration.ZERO)));
        get(ours, "/a");
        get(ours, "/a");
        assertThat(origin.asked).hasSize(3);
    }

    @Test
    void a_429_never_sticks() {
        origin.says(reply(429, "Retry-After", "1", "Cache-Control", "no-store"));
        Edge edge = edge(CachePolicy.cachingOptimized());
        get(edge, "/a");
        get(edge, "/a");
        assertThat(origin.asked).hasSize(2);
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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
    void head_is_answered_from_the_object_and_a_second_head_is_a_hit() {
        origin.says(reply(200, "Cache-Control", "max-age=100"));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        assertThat(cached(send(edge, "HEAD", "/a"))).isEqualTo(MISS);
        Reply second = send(edge, "HEAD", "/a");
        assertThat(cached(second)).isEqualTo(HIT);
        assertThat(second.body().length()).isEqualTo("says 200".length());
        get(edge, "/b");
        assertThat(cached(send(edge, "HEAD", "/b"))).isEqualTo(HIT);
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

    @Test
    void an_invalidation_drops_what_fits() {
        origin.says(reply(200, "Cache-Control", "max-age=100"));
        EdgeSettings settings = EdgeSettings.of(behavior(CachePolicy.asTheOriginSays()));
        CacheLayer cache = new CacheLayer(settings, origins, clock);
        Edge edge = new Edge("ARN1", settings, cache);
        get(edge, "/cat_600_400.jpg");
        get(edge, "/dog_600_400.jpg");
        cache.invalidate(new PathPattern("/cat_*"));
        assertThat(cached(get(edge, "/cat_600_400.jpg"))).isEqualTo(MISS);
        assertThat(cached(get(edge, "/dog_600_400.jpg"))).isEqualTo(HIT);
    }
}
