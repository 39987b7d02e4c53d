package latent.local.topology;

import static latent.local.edge.CachePolicy.asTheOriginSays;
import static latent.local.edge.CachePolicy.cachingOptimized;
import static latent.local.topology.HandMadeTopology.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How seldom the processor and S3 are asked, by the rows of the README. */
class TopologyLoadTest extends HandMadeSequences {
    /** What the article warns of: while the CDN keeps the redirect, every request reaches the processor. */
    @Test
    void LR_7_naive_one_distribution_with_the_default_ttl_hits_the_processor_again_and_again() throws IOException {
        try (HandMadeTopology naive =
                HandMadeTopology.of(302).images(cachingOptimized()).processWithoutEdges()) {
            Ledger ledger = new Ledger("LR-7, naive: one distribution, default TTL 24 h", naive);
            for (int hour = 0; hour < 24; hour++) {
                Visit visit = naive.at("ARN1").get(image(KEY));
                naive.settle();
                if (hour < 3) {
                    ledger.note("hour " + hour, visit);
                }
                naive.clock.turn(Duration.ofMinutes(59));
            }
            ledger.print();
            assertThat(naive.requests()).isEqualTo(24);
            assertThat(naive.askedOfS3).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void LR_7_fixed_default_ttl_0_asks_the_processor_once(int code) throws IOException {
        try (HandMadeTopology fixed =
                HandMadeTopology.of(code).images(asTheOriginSays()).processWithoutEdges()) {
            Ledger ledger = new Ledger("LR-7, fixed: default and min TTL 0, code " + code, fixed);
            for (int hour = 0; hour < 24; hour++) {
                Visit visit = fixed.at("ARN1").get(image(KEY));
                fixed.settle();
                if (hour < 3) {
                    ledger.note("hour " + hour, visit);
                }
                fixed.clock.turn(Duration.ofMinutes(59));
            }
            ledger.print();
            assertThat(fixed.requests()).isEqualTo(1);
            assertThat(fixed.askedOfS3).as("the miss and the picture").hasValue(2);
        }
    }

    @Test
    void LR_9_a_genuine_404_is_a_404_and_costs_the_processor_one_request_a_minute() throws IOException {
        try (HandMadeTopology ours = ours(302)) {
            Ledger ledger = new Ledger("LR-9: there is no such original", ours);
            String url = image("widgets/nothing_600_400.jpg");
            for (int second = 0; second < 60; second++) {
                Visit visit = ours.at("ARN1").get(url);
                assertThat(visit.status()).isEqualTo(404);
                if (second < 3) {
                    ledger.note("second " + second, visit);
                }
                ours.clock.turn(Duration.ofSeconds(1));
            }
            ledger.note("another region", ours.at("CDG1").get(url));
            assertThat(ledger.print()).startsWith("transformations=0, max hops=2, loops=0,");
            assertThat(ours.requests()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void TT_5_sweden_misses_ireland_resizes_once_and_france_gets_it_without_a_resize() throws IOException {
        try (HandMadeTopology tiers = HandMadeTopology.of(302).process(asTheOriginSays(), true)) {
            String url = "https://" + HandMadeTopology.PROCESS + "/" + KEY;
            Ledger ledger = new Ledger("TT-5, direct: edges → Origin Shield in Ireland → processor", tiers);
            ledger.note("Sweden", tiers.at("ARN1").get(url));
            ledger.note("Sweden again", tiers.at("ARN1").get(url));
            ledger.note("France", tiers.at("CDG1").get(url));
            ledger.note("France, other edge", tiers.at("CDG2").get(url));
            assertThat(ledger.print()).startsWith("transformations=1, max hops=1, loops=0,");
            assertThat(tiers.requests()).isEqualTo(1);
        }
    }

    @Test
    void TH_3_two_concurrent_and_two_sequential_requests_from_two_regions_cause_one_render() throws Exception {
        try (HandMadeTopology ours = ours(302);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Ledger ledger = new Ledger("TH-3: two at once, then two more", ours);
            var sweden = threads.submit(() -> ours.at("ARN1").get(image(KEY)));
            var france = threads.submit(() -> ours.at("CDG1").get(image(KEY)));
            ledger.note("Sweden, at once", sweden.get());
            ledger.note("France, at once", france.get());
            ledger.note("Sweden, after", ours.at("ARN1").get(image(KEY)));
            ledger.note("France, after", ours.at("CDG1").get(image(KEY)));
            assertThat(ledger.print()).startsWith("transformations=1,").contains("loops=0");
            assertThat(ledger.maxHops()).isLessThanOrEqualTo(2);
            assertThat(ours.requests()).as("the shield joins the two").isEqualTo(1);
        }
    }

    @Test
    void TH_4_an_edge_hit_contacts_nobody() throws IOException {
        try (HandMadeTopology ours = ours(302)) {
            ours.at("ARN1").get(image(KEY));
            ours.settle();
            ours.at("ARN1").get(image(KEY));
            int s3 = ours.askedOfS3.get();
            int processor = ours.requests();
            Ledger ledger = new Ledger("TH-4: an edge hit", ours);
            for (int i = 0; i < 10; i++) {
                assertThat(ours.at("ARN1").get(image(KEY)).lastXCache()).isEqualTo(HIT);
            }
            ledger.note("the tenth", ours.at("ARN1").get(image(KEY)));
            ledger.print();
            assertThat(ours.askedOfS3).hasValue(s3);
            assertThat(ours.requests()).isEqualTo(processor);
        }
    }
}
