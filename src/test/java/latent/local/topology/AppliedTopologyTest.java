package latent.local.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects, caches and hops over what {@code terraform apply} created. */
@Order(Integer.MAX_VALUE - 1)
class AppliedTopologyTest extends AppliedSequences {
    @ParameterizedTest
    @ValueSource(strings = {"redirect", "redirect-307"})
    void LR_8_the_second_request_is_a_plain_200_in_every_region(String state) throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied(state))) {
            Ledger ledger = new Ledger("LR-8 " + state, ours);
            Visit first = ledger.note("region A, request 1", ours.at("ARN1").get(ours.image(KEY)));
            Visit second = ledger.note("region A, request 2", ours.at("ARN1").get(ours.image(KEY)));
            Visit third = ledger.note("region A, request 3", ours.at("ARN1").get(ours.image(KEY)));
            ledger.note("region A, other edge", ours.at("ARN2").get(ours.image(KEY)));
            Visit other = ledger.note("region B, request 1", ours.at("CDG1").get(ours.image(KEY)));
            ledger.note("region B, request 2", ours.at("CDG1").get(ours.image(KEY)));
            assertThat(printed(ledger)).startsWith("transformations=1, max hops=2, loops=0,");
            int code = state.equals("redirect") ? 302 : 307;
            assertThat(first.way()).isEqualTo("CF1@ARN1 " + code + " Miss → CF2@ARN1 200 Miss");
            assertThat(second.way()).isEqualTo("CF1@ARN1 200 Miss");
            assertThat(third.way()).isEqualTo("CF1@ARN1 200 Hit");
            assertThat(other.way()).isEqualTo("CF1@CDG1 200 Miss");
            assertThat(ours.requests()).isEqualTo(1);
        }
    }

    /** The article's warning: with CloudFront's own TTL the redirect is kept, and with the applied one it is not. */
    @ParameterizedTest
    @CsvSource({"redirect, 2", "redirect-307, 2", "failover-unsigned, 1", "direct, 1"})
    void LR_7_a_day_of_visits_asks_the_processor_once(String state, int mostHops) throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied(state))) {
            Ledger ledger = new Ledger("LR-7 " + state, ours);
            aDayOfVisits(ours, ledger);
            assertThat(printed(ledger)).startsWith("transformations=1, max hops=" + mostHops + ", loops=0,");
            assertThat(ours.requests()).isEqualTo(1);
        }
    }

    @Test
    void LR_7_naive_one_distribution_with_the_default_ttl_hits_the_processor_all_day() throws IOException {
        try (AppliedTopology naive = AppliedTopology.of(applied("redirect"), AppliedTopology::withDefaultTtl)
                .withoutProcessDistribution()) {
            Ledger ledger = new Ledger("LR-7 naive: one distribution, default TTL", naive);
            List<Visit> visits = aDayOfVisits(naive, ledger);
            assertThat(printed(ledger)).contains("asked of S3=1,");
            assertThat(visits).allSatisfy(visit -> assertThat(visit.hops()).hasSize(2));
            assertThat(naive.requests()).isEqualTo(24);
        }
    }

    private static List<Visit> aDayOfVisits(AppliedTopology topology, Ledger ledger) {
        return IntStream.range(0, 24)
                .mapToObj(hour -> {
                    Visit visit = topology.at("ARN1").get(topology.image(KEY));
                    if (hour < 3) {
                        ledger.note("hour " + hour, visit);
                    } else {
                        ledger.count(visit);
                    }
                    assertThat(visit.status()).isEqualTo(200);
                    topology.clock.turn(Duration.ofMinutes(59));
                    return visit;
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "redirect-307"})
    void LR_9_a_genuine_404_is_a_404_and_seldom_asked_for(String state) throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied(state))) {
            Ledger ledger = new Ledger("LR-9 " + state, ours);
            for (int second = 0; second < 10; second++) {
                Visit visit =
                        ledger.note("second " + second, ours.at("ARN1").get(ours.image("widgets/nothing_600_400.jpg")));
                assertThat(visit.status()).isEqualTo(404);
                ours.clock.turn(Duration.ofSeconds(1));
            }
            assertThat(printed(ledger)).startsWith("transformations=0, max hops=2, loops=0,");
            assertThat(ours.requests()).isEqualTo(1);
            assertThat(ours.stored(applied(state).regions().getFirst())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "redirect-307"})
    void SU_4_a_redirect_is_never_kept_and_a_picture_is_by_its_own_header(String state) throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied(state))) {
            Ledger ledger = new Ledger("SU-4 " + state, ours);
            ledger.note("a miss", ours.at("ARN1").get(ours.image(KEY)));
            Visit picture = ledger.note("the picture", ours.at("ARN1").get(ours.image(KEY)));
            ours.clock.turn(Duration.ofDays(100));
            Visit later = ledger.note("100 days on", ours.at("ARN1").get(ours.image(KEY)));
            assertThat(printed(ledger)).startsWith("transformations=1, max hops=2, loops=0,");
            assertThat(picture.way()).isEqualTo("CF1@ARN1 200 Miss");
            assertThat(later.lastXCache()).isEqualTo(HIT);
            assertThat(later.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }

    /** Whatever the caching is: a processor that answers with bytes cannot loop. */
    @ParameterizedTest
    @CsvSource({"redirect, false", "redirect-307, false", "redirect, true", "redirect-307, true"})
    void SU_5_at_most_two_hops(String state, boolean cachedRedirects) throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(
                applied(state),
                images ->
                        cachedRedirects ? AppliedTopology.withDefaultTtl(images).keepingBare307() : images)) {
            Ledger ledger =
                    new Ledger("SU-5 " + state + (cachedRedirects ? ", redirects kept all the same" : ""), ours);
            Browser visitor = ours.at("ARN1");
            ledger.note("request 1", visitor.get(ours.image(KEY)));
            ledger.note("request 2", visitor.get(ours.image(KEY)));
            ledger.note("another visitor", ours.at("ARN1").get(ours.image(KEY)));
            ledger.note("another region", ours.at("CDG1").get(ours.image(KEY)));
            assertThat(printed(ledger)).startsWith("transformations=1, max hops=2, loops=0,");
        }
    }

    @Test
    void SU_5_naive_a_processor_that_redirects_back_loops_behind_the_default_ttl() throws IOException {
        try (AppliedTopology naive =
                AppliedTopology.redirectingBack(applied("redirect"), 302, AppliedTopology::withDefaultTtl)) {
            Ledger ledger = new Ledger("SU-5 naive: redirect back, default TTL", naive);
            Visit visit = ledger.note("request 1", naive.at("ARN1").get(naive.image(KEY)));
            assertThat(printed(ledger)).contains("loops=1,");
            assertThat(visit.hops()).hasSize(20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "redirect-307", "failover-unsigned", "direct", "multi-region"})
    void SU_6_no_lambda_at_the_edge(String state) {
        AppliedConfiguration applied = applied(state);
        assertThat(applied.distribution(applied.imagesDistribution()))
                .contains("<LambdaFunctionAssociations><Quantity>0</Quantity></LambdaFunctionAssociations>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "redirect-307", "failover-unsigned", "direct"})
    void SU_7_curl_I_shows_the_cache_header_and_the_second_call_is_a_hit(String state) throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied(state))) {
            Ledger ledger = new Ledger("SU-7 " + state, ours);
            ledger.note("a visit before", ours.at("ARN1").get(ours.image(KEY)));
            Visit first = ledger.note("curl -I", ours.at("ARN1").head(ours.image(KEY)));
            Visit second = ledger.note("curl -I again", ours.at("ARN1").head(ours.image(KEY)));
            printed(ledger);
            assertThat(first.headers().firstValue("Cache-Control")).contains(CACHE_CONTROL);
            assertThat(first.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(second.headers().firstValue("Cache-Control")).contains(CACHE_CONTROL);
            assertThat(second.lastXCache()).isEqualTo(HIT);
        }
    }

    /** A path pattern is a glob and could not tell keys; the function knows the grammar. */
    @ParameterizedTest
    @ValueSource(strings = {"redirect", "redirect-307", "failover-unsigned", "direct", "multi-region"})
    void SU_8_what_is_no_key_is_refused_at_the_edge(String state) throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied(state))) {
            for (String path : List.of("robots.txt", "wp-login.php", "widgets/myimage.jpg", "-/metrics")) {
                Visit visit = ours.at("ARN1").get(ours.image(path));
                assertThat(visit.status()).as(path).isEqualTo(400);
                assertThat(visit.hops()).hasSize(1);
            }
            assertThat(ours.askedOfS3).hasValue(0);
            assertThat(ours.requests()).isZero();
        }
    }
}
