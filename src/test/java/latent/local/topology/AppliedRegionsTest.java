package latent.local.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import latent.local.topology.AppliedConfiguration.Region;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats, signatures, tiers and Regions over what {@code terraform apply} created. */
@Order(Integer.MAX_VALUE - 1)
class AppliedRegionsTest extends AppliedSequences {
    @Test
    void TT_5_sweden_misses_ireland_resizes_once_and_france_gets_it_without_a_resize() throws IOException {
        try (AppliedTopology tiers = AppliedTopology.of(applied("direct"))) {
            Ledger ledger = new Ledger("TT-5 direct: edges, Origin Shield in Ireland, processor", tiers);
            ledger.note("Sweden", tiers.at("ARN1").get(tiers.image(KEY)));
            ledger.note("Sweden again", tiers.at("ARN1").get(tiers.image(KEY)));
            ledger.note("France", tiers.at("CDG1").get(tiers.image(KEY)));
            ledger.note("France, other edge", tiers.at("CDG2").get(tiers.image(KEY)));
            assertThat(printed(ledger)).startsWith("transformations=1, max hops=1, loops=0,");
            assertThat(tiers.requests()).as("the shield has it").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "redirect-307", "failover-unsigned", "direct"})
    void TH_3_two_at_once_and_two_more_from_two_regions_cause_one_render(String state) throws Exception {
        try (AppliedTopology ours = AppliedTopology.of(applied(state));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Ledger ledger = new Ledger("TH-3 " + state, ours);
            var sweden = threads.submit(() -> ours.at("ARN1").get(ours.image(KEY)));
            var france = threads.submit(() -> ours.at("CDG1").get(ours.image(KEY)));
            ledger.note("Sweden, at once", sweden.get());
            ledger.note("France, at once", france.get());
            ledger.note("Sweden, after", ours.at("ARN1").get(ours.image(KEY)));
            ledger.note("France, after", ours.at("CDG1").get(ours.image(KEY)));
            assertThat(printed(ledger)).startsWith("transformations=1,").contains("loops=0");
            assertThat(ledger.maxHops()).isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect", "redirect-307", "failover-unsigned", "direct", "multi-region"})
    void TH_4_an_edge_hit_contacts_nobody(String state) throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied(state))) {
            Ledger ledger = new Ledger("TH-4 " + state, ours);
            ledger.note("made", ours.at("ARN1").get(ours.image(KEY)));
            ledger.note("stored", ours.at("ARN1").get(ours.image(KEY)));
            int s3 = ours.askedOfS3.get();
            int processor = ours.requests();
            for (int i = 0; i < 10; i++) {
                Visit visit = ledger.note("hit " + i, ours.at("ARN1").get(ours.image(KEY)));
                assertThat(visit.lastXCache()).isEqualTo(HIT);
            }
            printed(ledger);
            assertThat(ours.askedOfS3).hasValue(s3);
            assertThat(ours.requests()).isEqualTo(processor);
        }
    }

    /** The Accept headers of real browsers, and of clients that name no format: a format for each, stored once, and never made again in another region. */
    @ParameterizedTest
    @CsvSource({"redirect, 2", "failover-unsigned, 1", "direct, 1"})
    void MR_1_the_function_turns_accept_into_a_format(String state, int mostHops) throws IOException {
        Map<String, String> accepts = new LinkedHashMap<>();
        accepts.put("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", "image/avif");
        accepts.put("image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5", "image/avif");
        accepts.put("image/webp,*/*", "image/webp");
        accepts.put("image/webp,image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,*/*;q=0.5", "image/webp");
        accepts.put("image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5", "image/jpeg");
        accepts.put("*/*", "image/jpeg");
        try (AppliedTopology ours = AppliedTopology.of(applied(state))) {
            Ledger ledger = new Ledger("MR-1 " + state, ours);
            for (String edge : List.of("ARN1", "CDG1")) {
                accepts.forEach((accept, type) -> {
                    Visit visit = ledger.note(
                            edge + " " + type, ours.at(edge, "Accept", accept).get(ours.image(KEY)));
                    assertThat(visit.headers().firstValue("Content-Type"))
                            .as(accept)
                            .contains(type);
                });
            }
            assertThat(printed(ledger)).startsWith("transformations=3, max hops=" + mostHops + ", loops=0,");
            assertThat(ours.stored(applied(state).regions().getFirst()))
                    .containsExactlyInAnyOrder(KEY, KEY + ".avif", KEY + ".webp");
        }
    }

    /** TT-2 at the edge: a query becomes a key, and the rendition is stored under that key. */
    @Test
    void TT_2_a_query_becomes_the_key() throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied("direct"))) {
            Visit visit = ours.at("ARN1").get(ours.image("widgets/myimage.jpg?w=600&h=400&fit=fill&format=webp"));
            ours.settle();
            assertThat(visit.status()).isEqualTo(200);
            assertThat(ours.stored(applied("direct").regions().getFirst()))
                    .containsExactly("widgets/myimage_600_400_fill.jpg.webp");
        }
    }

    @Test
    void MR_2_a_key_that_is_not_signed_is_refused_at_the_edge() throws IOException {
        try (AppliedTopology signed = AppliedTopology.of(applied("failover"))) {
            Ledger ledger = new Ledger("MR-2 failover, signatures asked for", signed);
            Visit visit = ledger.note("not signed", signed.at("ARN1").get(signed.image(KEY)));
            assertThat(printed(ledger)).startsWith("transformations=0, max hops=1, loops=0,");
            assertThat(visit.status()).isEqualTo(403);
            assertThat(visit.lastXCache()).isEqualTo("FunctionGeneratedResponse from cloudfront");
            assertThat(signed.askedOfS3).hasValue(0);
            assertThat(signed.requests()).isZero();
        }
    }

    @Test
    void MR_2_a_signed_key_is_made_stored_and_served_and_the_processor_asks_for_the_signature_too() throws IOException {
        AppliedConfiguration applied = applied("failover");
        String key = applied.signed(KEY);
        try (AppliedTopology signed = AppliedTopology.of(applied)) {
            Ledger ledger = new Ledger("MR-2 failover, a signed key", signed);
            Visit made = ledger.note("missing", signed.at("ARN1").get(signed.image(key)));
            assertThat(made.status()).isEqualTo(200);
            assertThat(signed.stored(applied.regions().getFirst())).containsExactly(key);
            Visit hit = ledger.note("elsewhere", signed.at("CDG1").get(signed.image(key)));
            assertThat(hit.status()).isEqualTo(200);
            assertThat(hit.headers().firstValue("ETag"))
                    .isEqualTo(made.headers().firstValue("ETag"));
            assertThat(signed.requests()).isEqualTo(1);
            Visit chosen = ledger.note(
                    "as WebP", signed.at("ARN1", "Accept", "image/webp").get(signed.image(key)));
            assertThat(chosen.headers().firstValue("Content-Type")).contains("image/webp");
            assertThat(signed.stored(applied.regions().getFirst())).containsExactlyInAnyOrder(key, key + ".webp");
            assertThat(printed(ledger)).startsWith("transformations=2, max hops=1, loops=0,");
            assertThat(signed.askedPastTheEdge(KEY).status()).isEqualTo(403);
            assertThat(signed.askedPastTheEdge(key).status()).isEqualTo(200);
        }
    }

    @Test
    void MR_3_three_buckets_an_access_point_first_and_the_processor_behind_it() {
        AppliedConfiguration applied = applied("multi-region");
        String distribution = applied.distribution(applied.imagesDistribution());
        assertThat(distribution)
                .containsPattern("<TargetOriginId>renditions-or-processor<")
                .containsPattern("<DomainName>" + applied.accessPoint().orElseThrow() + "</DomainName><Id>renditions<");
        assertThat(applied.regions()).extracting(Region::renditionsBucket).doesNotHaveDuplicates();
        assertThat(applied.regions()).extracting(Region::name).containsExactly("eu-west-1", "us-east-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failover-unsigned", "multi-region"})
    void MR_4_missing_in_the_bucket_fails_over_to_the_processor_without_a_redirect(String state) throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied(state))) {
            Ledger ledger = new Ledger("MR-4 " + state, ours);
            Visit first = ledger.note("request 1", ours.at("ARN1").get(ours.image(KEY)));
            Visit second = ledger.note("request 2", ours.at("ARN1").get(ours.image(KEY)));
            Visit other = ledger.note("other edge", ours.at("ARN2").get(ours.image(KEY)));
            assertThat(printed(ledger)).startsWith("transformations=1, max hops=1, loops=0,");
            assertThat(List.of(first.status(), second.status(), other.status())).containsOnly(200);
            assertThat(second.lastXCache()).isEqualTo(HIT);
            assertThat(ours.stored(applied(state).regions().getFirst())).containsExactly(KEY);
        }
    }

    @Test
    void MR_9_before_replication_the_other_region_makes_it_once_more_and_never_fails() throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied("multi-region"))) {
            Ledger ledger = new Ledger("MR-9 multi-region: asked for before it is copied", ours);
            ledger.note("Europe makes it", ours.at("ARN1").get(ours.image(KEY)));
            ledger.note("America, not copied yet", ours.at("IAD1").get(ours.image(KEY)));
            ledger.note("America, other edge", ours.at("IAD2").get(ours.image(KEY)));
            ours.replicate();
            ledger.note("Europe, other edge", ours.at("ARN2").get(ours.image(KEY)));
            assertThat(printed(ledger)).startsWith("transformations=2, max hops=1, loops=0,");
            assertThat(ours.requests()).as("one in each Region").isEqualTo(2);
        }
    }

    @Test
    void MR_9_after_replication_it_is_not_made_again() throws IOException {
        try (AppliedTopology ours = AppliedTopology.of(applied("multi-region"))) {
            Ledger ledger = new Ledger("MR-9 multi-region: asked for once it is copied", ours);
            ledger.note("Europe makes it", ours.at("ARN1").get(ours.image(KEY)));
            ours.replicate();
            ledger.note("America", ours.at("IAD1").get(ours.image(KEY)));
            ledger.note("America, other edge", ours.at("IAD2").get(ours.image(KEY)));
            assertThat(printed(ledger)).startsWith("transformations=1, max hops=1, loops=0,");
            String stored = applied("multi-region").regions().stream()
                    .map(ours::stored)
                    .map(Object::toString)
                    .collect(Collectors.joining());
            assertThat(stored).isEqualTo("[" + KEY + "][" + KEY + "]");
        }
    }
}
