package latent.local.topology;

import static latent.local.edge.CachePolicy.asTheOriginSays;
import static latent.local.edge.CachePolicy.cachingOptimized;
import static latent.local.topology.HandMadeTopology.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sequences of the five published systems, named by their rows, in the set-ups that fail and in the ones of this product. */
class TopologyHarnessTest extends HandMadeSequences {
    @Test
    void LR_8_the_article_s_sequence_with_a_cached_redirect() throws IOException {
        try (HandMadeTopology two =
                HandMadeTopology.of(302).images(cachingOptimized()).process(cachingOptimized(), false)) {
            Ledger ledger = new Ledger("LR-8: two distributions, the redirect is cached", two);
            Visit first = ledger.note("region A, request 1", two.at("ARN1").get(image(KEY)));
            Visit second = ledger.note("region A, request 2", two.at("ARN1").get(image(KEY)));
            Visit other = ledger.note("region B, request 1", two.at("CDG1").get(image(KEY)));
            Visit again = ledger.note("region B, request 2", two.at("CDG1").get(image(KEY)));
            assertThat(ledger.print()).startsWith("transformations=1, max hops=2, loops=0,");
            assertThat(first.way()).isEqualTo("CF1@ARN1 302 Miss → CF2@ARN1 200 Miss");
            assertThat(second.way()).isEqualTo("CF1@ARN1 302 Hit → CF2@ARN1 200 Hit");
            assertThat(other.way()).isEqualTo("CF1@CDG1 200 Miss");
            assertThat(again.way()).isEqualTo("CF1@CDG1 200 Hit");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void LR_8_in_this_product_the_second_request_is_a_plain_200(int code) throws IOException {
        try (HandMadeTopology ours = ours(code)) {
            Ledger ledger = new Ledger("LR-8, this product: code " + code, ours);
            ledger.note("region A, request 1", ours.at("ARN1").get(image(KEY)));
            ledger.note("region A, request 2", ours.at("ARN1").get(image(KEY)));
            ledger.note("region A, request 3", ours.at("ARN1").get(image(KEY)));
            ledger.note("region A, other edge", ours.at("ARN2").get(image(KEY)));
            ledger.note("region B, request 1", ours.at("CDG1").get(image(KEY)));
            ledger.note("region B, request 2", ours.at("CDG1").get(image(KEY)));
            assertThat(ledger.print()).startsWith("transformations=1, max hops=2, loops=0,");
            assertThat(ours.requests()).isEqualTo(1);
        }
    }

    @Test
    void SU_4_a_redirect_is_never_kept_and_a_picture_is_by_its_own_header() throws IOException {
        try (HandMadeTopology ours = ours(302)) {
            Ledger ledger = new Ledger("SU-4: TTLs 0/0/1 y", ours);
            ledger.note("a miss", ours.at("ARN1").get(image(KEY)));
            ledger.note("the picture", ours.at("ARN1").get(image(KEY)));
            ours.clock.turn(Duration.ofDays(100));
            Visit later = ledger.note("100 days on", ours.at("ARN1").get(image(KEY)));
            ledger.print();
            assertThat(later.lastXCache()).isEqualTo(HIT);
            assertThat(later.hops()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307})
    void SU_5_a_processor_that_serves_bytes_cannot_loop(int code) throws IOException {
        for (boolean cachedRedirects : new boolean[] {false, true}) {
            try (HandMadeTopology ours = HandMadeTopology.of(code)
                    .images(cachedRedirects ? cachingOptimized() : asTheOriginSays(), cachedRedirects)
                    .process(asTheOriginSays(), true)) {
                Ledger ledger = new Ledger(
                        "SU-5: code " + code + (cachedRedirects ? ", redirects cached all the same" : ""), ours);
                Browser visitor = ours.at("ARN1");
                ledger.note("request 1", visitor.get(image(KEY)));
                ledger.note("request 2", visitor.get(image(KEY)));
                ledger.note("another visitor", ours.at("ARN1").get(image(KEY)));
                ledger.note("another region", ours.at("CDG1").get(image(KEY)));
                assertThat(ledger.print()).startsWith("transformations=1, max hops=2, loops=0,");
            }
        }
    }

    /** The redirect loop: until the browser gives up, or in the browser alone with a 301. A 307 only as CloudFront was in 2017. */
    @ParameterizedTest
    @CsvSource({"301, false, 2", "302, false, 20", "303, false, 20", "307, true, 20"})
    void SU_5_naive_a_processor_that_redirects_back_loops(int code, boolean in2017, int hops) throws IOException {
        try (HandMadeTopology naive = HandMadeTopology.redirectingBack(code, code)
                .images(cachingOptimized(), in2017)
                .processWithoutEdges()) {
            Ledger ledger = new Ledger("SU-5, naive: redirect back with " + code + ", default TTL", naive);
            Visit visit = ledger.note("request 1", naive.at("ARN1").get(image(KEY)));
            ledger.print();
            assertThat(visit.loop()).isTrue();
            assertThat(visit.hops()).hasSize(hops);
        }
    }

    /** Why the processor has no mode that redirects: with nothing cached it takes three hops, and a 301 is kept by the browser, which then loops. */
    @ParameterizedTest
    @CsvSource({"302, 3, false", "303, 3, false", "307, 3, false", "301, 2, true"})
    void SU_5_naive_redirecting_back_takes_three_hops_or_loops_even_with_ttl_0(int code, int hops, boolean loop)
            throws IOException {
        try (HandMadeTopology naive = HandMadeTopology.redirectingBack(code, code)
                .images(asTheOriginSays())
                .processWithoutEdges()) {
            Ledger ledger = new Ledger("SU-5, naive: redirect back with " + code + ", TTL 0", naive);
            Visit visit = ledger.note("request 1", naive.at("ARN1").get(image(KEY)));
            ledger.print();
            assertThat(visit.hops()).hasSize(hops);
            assertThat(visit.loop()).isEqualTo(loop);
        }
    }

    @Test
    void SU_7_curl_I_shows_the_cache_header_and_the_second_call_is_a_hit() throws IOException {
        try (HandMadeTopology ours = ours(302)) {
            ours.at("ARN1").get(image(KEY));
            ours.settle();
            Ledger ledger = new Ledger("SU-7: curl -I twice", ours);
            Visit first = ledger.note("curl -I", ours.at("ARN1").head(image(KEY)));
            Visit second = ledger.note("curl -I again", ours.at("ARN1").head(image(KEY)));
            ledger.print();
            assertThat(first.headers().firstValue("Cache-Control")).contains(CACHE_CONTROL);
            assertThat(second.headers().firstValue("Cache-Control")).contains(CACHE_CONTROL);
            assertThat(second.lastXCache()).isEqualTo(HIT);
        }
    }

    @Test
    void failover_needs_no_redirect_at_all() throws IOException {
        try (HandMadeTopology failover = HandMadeTopology.of(302).failover(asTheOriginSays())) {
            Ledger ledger = new Ledger("failover: bucket first, processor on 403 and 404", failover);
            ledger.note("region A, request 1", failover.at("ARN1").get(image(KEY)));
            ledger.note("region A, request 2", failover.at("ARN1").get(image(KEY)));
            ledger.note("region B, request 1", failover.at("CDG1").get(image(KEY)));
            assertThat(ledger.print()).startsWith("transformations=1, max hops=1, loops=0,");
        }
    }
}
