package latent.local.edge;

import static latent.local.edge.FakeOrigin.bytes;
import static latent.local.edge.FakeOrigin.reply;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;
import org.junit.jupiter.api.Test;

/** For how long an edge keeps an answer, and what it says of its age. */
class EdgeCachingTest extends EdgeSetUp {
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
    void a_stale_object_is_revalidated_by_its_etag() {
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
    void after_stale_while_revalidate_a_visitor_waits_for_the_origin() {
        origin.says(reply(200, "Cache-Control", "max-age=10, stale-while-revalidate=60"));
        Edge edge = edge(CachePolicy.asTheOriginSays());
        get(edge, "/a");
        clock.turn(Duration.ofSeconds(70));
        assertThat(cached(get(edge, "/a"))).isEqualTo(MISS);
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
    void errors_are_cached_unless_their_minimum_is_zero() {
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
    void a_429_is_never_cached() {
        origin.says(reply(429, "Retry-After", "1", "Cache-Control", "no-store"));
        Edge edge = edge(CachePolicy.cachingOptimized());
        get(edge, "/a");
        get(edge, "/a");
        assertThat(origin.asked).hasSize(2);
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
