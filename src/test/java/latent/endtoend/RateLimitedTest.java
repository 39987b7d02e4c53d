package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One client cannot have sizes made without end, and does not slow others down. Clients are told apart by the header that CloudFront adds. */
class RateLimitedTest {
    private static final String SECRET = "X-Origin-Verify: s3cret";

    @TempDir
    private Path data;

    @Test
    void beyond_its_budget_a_client_gets_429_and_others_go_on() throws Exception {
        try (Stack stack = start(Map.of("rate.client-burst", "5", "rate.client-refill", "1"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(1000, 1000));
            Answer made = ask(stack, "/a_100_101.jpg", "198.51.100.7:4711");
            Answer refused = made;
            int renditions = 0;
            for (int width = 102; refused.status() == 200; width++, renditions++) {
                refused = ask(stack, "/a_100_" + width + ".jpg", "198.51.100.7:4711");
            }
            assertThat(renditions).isBetween(3, 10);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                    .isBetween(1, 120);
            assertThat(refused.header("Cache-Control")).contains("no-store");
            assertThat(ask(stack, "/a_300_300.jpg", "198.51.100.8:4711").status())
                    .isEqualTo(200);
            assertThat(ask(stack, "/a_300_301.jpg", "2001:db8::1:4711").status())
                    .isEqualTo(200);
            stack.storedAfter(3);
            assertThat(stack.website().get("/a_100_101.jpg").body()).isEqualTo(made.body());
        }
    }

    @Test
    void beyond_its_day_an_original_gets_429_whoever_asks() throws Exception {
        try (Stack stack = start(Map.of("rate.original-daily", "4"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(100, 100));
            stack.putOriginal("b.jpg", Stack.jpeg(100, 100));
            for (int i = 1; i <= 4; i++) {
                assertThat(ask(stack, "/a_" + i + "_0.jpg", "198.51.100." + i + ":1")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(ask(stack, "/a_5_0.jpg", "198.51.100.5:1").status()).isEqualTo(429);
            assertThat(ask(stack, "/b_5_0.jpg", "198.51.100.5:1").status()).isEqualTo(200);
        }
    }

    @Test
    void what_is_stored_is_served_whatever_the_budgets_say() throws Exception {
        try (Stack stack =
                start(Map.of("rate.client-burst", "2", "rate.client-refill", "1", "rate.original-daily", "3"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(1000, 1000));
            stack.putOriginal("b.jpg", Stack.jpeg(4000, 3000));
            for (int width = 1; width <= 3; width++) {
                assertThat(ask(stack, "/a_" + width + "_0.jpg", "198.51.100." + width + ":1")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(stack.storedAfter(3)).hasSize(3);
            Answer ofAnEmptyOriginal = ask(stack, "/a_2_0.jpg", "198.51.100.9:1");
            assertThat(ofAnEmptyOriginal.status()).isEqualTo(200);
            assertThat(ofAnEmptyOriginal.header("Server-Timing").orElseThrow()).contains("stored");
            assertThat(ask(stack, "/b_2_0.jpg", "198.51.100.7:1").status()).isEqualTo(200);
            assertThat(ask(stack, "/b_3_0.jpg", "198.51.100.7:1").status()).isEqualTo(429);
            assertThat(ask(stack, "/a_1_0.jpg", "198.51.100.7:1").status()).isEqualTo(200);
        }
    }

    @Test
    void the_refusal_says_which_limit_it_was() throws Exception {
        try (Stack stack =
                start(Map.of("rate.client-burst", "2", "rate.client-refill", "1", "rate.original-daily", "1"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(100, 100));
            stack.putOriginal("b.jpg", Stack.jpeg(4000, 3000));
            stack.putOriginal("c.jpg", Stack.jpeg(100, 100));
            ask(stack, "/a_1_0.jpg", "198.51.100.1:1");
            assertThat(ask(stack, "/a_2_0.jpg", "198.51.100.2:1").text())
                    .matches("Rate limit exceeded for new renditions of this original; retry in \\d+ s.\n");
            ask(stack, "/b_1_0.jpg", "198.51.100.3:1");
            assertThat(ask(stack, "/c_1_0.jpg", "198.51.100.3:1").text())
                    .matches("Rate limit exceeded for new renditions; retry in \\d+ s.\n");
            assertThat(stack.metric("latent_refusals_total{reason=\"ORIGINAL_RATE_LIMITED\"}"))
                    .isOne();
            assertThat(stack.metric("latent_refusals_total{reason=\"CLIENT_RATE_LIMITED\"}"))
                    .isOne();
            assertThat(stack.metric("latent_rate_limit_originals")).isEqualTo(2);
        }
    }

    @Test
    void refusals_for_lack_of_tokens_ask_s3_little() throws Exception {
        try (Stack stack = start(Map.of("rate.client-burst", "2", "rate.client-refill", "1"))) {
            stack.putOriginal("b.jpg", Stack.jpeg(4000, 3000));
            assertThat(ask(stack, "/b_2_0.jpg", "198.51.100.7:1").status()).isEqualTo(200);
            stack.storedAfter(1);
            int before = stack.between.gets.get();
            long start = System.nanoTime();
            for (int i = 0; i < 40; i++) {
                assertThat(ask(stack, "/b_3_0.jpg", "198.51.100.7:1").status()).isEqualTo(429);
            }
            long everyTwoSeconds = 1 + (System.nanoTime() - start) / 2_000_000_000L;
            assertThat((long) stack.between.gets.get() - before).isLessThanOrEqualTo(everyTwoSeconds);
        }
    }

    @Test
    void missing_originals_take_nothing_away_from_those_that_are_there() throws Exception {
        try (Stack stack = start(Map.of("rate.max-identities", "2", "rate.original-daily", "3"))) {
            for (int i = 0; i < 60; i++) {
                assertThat(ask(stack, "/missing" + i + "_1_0.jpg", "[2001:db8:0:" + i % 10 + "::1]:1")
                                .status())
                        .isEqualTo(404);
            }
            assertThat(stack.metric("latent_rate_limit_originals")).isZero();
            for (int i = 0; i < 12; i++) {
                stack.putOriginal("there" + i + ".jpg", Stack.jpeg(30, 30));
                assertThat(ask(stack, "/there" + i + "_1_0.jpg", "[2001:db8:1:" + i + "::1]:1")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void one_visitor_may_open_a_page_of_two_hundred_new_pictures() throws Exception {
        try (Stack stack = Stack.start(data, Map.of())) {
            byte[] photograph = Stack.jpeg(6000, 4000);
            stack.putOriginal("large.jpg", photograph);
            for (int i = 0; i < 200; i++) {
                stack.putOriginal("page/" + i + ".jpg", Stack.jpeg(300, 200));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(stack.processor().get("/page/" + i + "_30_20.jpg").status())
                        .isEqualTo(200);
            }
            assertThat(200 * 24 < Integer.parseInt(latent.config.Setting.RATE_CLIENT_BURST.defaultValue()))
                    .as("two hundred photographs of 24 megapixels are within the burst")
                    .isTrue();
            assertThat(stack.processor().get("/large_600_400.jpg").status()).isEqualTo(200);
        }
    }

    @Test
    void only_the_edge_may_ask_and_an_address_that_the_viewer_claims_is_ignored() throws Exception {
        try (Stack stack =
                start(Map.of("rate.original-daily", "1000", "rate.client-burst", "3", "rate.client-refill", "1"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(1000, 1000));
            assertThat(stack.processor().get("/a_10_10.jpg").status()).isEqualTo(403);
            assertThat(stack.processor()
                            .get("/a_10_10.jpg", "X-Origin-Verify: wrong")
                            .status())
                    .isEqualTo(403);
            assertThat(stack.processor().get("/-/health").status()).isEqualTo(200);
            int made = 0;
            for (int i = 1; i <= 20; i++) {
                String forged = "X-Forwarded-For: 203.0.113." + i + ", 198.51.100.7";
                made += stack.processor()
                                        .get("/a_" + i + "_0.jpg", SECRET, forged)
                                        .status()
                                == 200
                        ? 1
                        : 0;
            }
            assertThat(made).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void sizes_off_the_ladder_are_refused_without_asking_s3() throws Exception {
        try (Stack stack =
                Stack.start(data, Map.of("keys.ladder", "320x0,600x400", "keys.presets", "card=200x100_fill"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(1000, 1000));
            int atTheStart = stack.between.gets.get();
            for (String path : List.of("/a_321_0.jpg", "/a_600_401.jpg", "/a-1x1.jpg")) {
                Answer refused = stack.processor().get(path);
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.header("Cache-Control")).contains("public, max-age=300");
            }
            assertThat(stack.between.gets).hasValue(atTheStart);
            for (String path : List.of("/a_320_0.jpg", "/a-600x400_fill.jpg", "/a_p-card.jpg")) {
                assertThat(stack.processor().get(path).status()).isEqualTo(200);
            }
        }
    }

    private Stack start(Map<String, String> settings) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(settings);
        all.put("http.origin-secrets", "old-one, s3cret");
        return Stack.start(data, all);
    }

    private static Answer ask(Stack stack, String path, String viewer) throws Exception {
        return stack.processor().get(path, SECRET, "CloudFront-Viewer-Address: " + viewer);
    }
}
