package latent.local.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latent.local.topology.Applied.Region;
import latent.render.vips.LibvipsHere;
import latent.terraform.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sequences of the five published systems, over what {@code terraform apply} really created: the website's rules, the distributions with
 * their policies and functions, and the processor's settings are read back from the emulated AWS. Named by the rows of the README's table.
 */
@Order(Integer.MAX_VALUE - 1)
class AppliedTopologyTest {
    private static final List<String> STATES =
            List.of("redirect", "redirect-307", "failover", "failover-unsigned", "direct", "multi-region");
    private static final String KEY = "widgets/myimage_600_400.jpg";
    private static final String CACHE_CONTROL = "public, max-age=12312312";
    private static final String HIT = "Hit from cloudfront";

    private static final Map<String, CompletableFuture<Applied>> APPLIED = new ConcurrentHashMap<>();
    private static final List<String> SUMMARY = new ArrayList<>();

    /** Each state is read as soon as it is there, so that no example waits for the sequences of another. */
    @BeforeAll
    @SuppressWarnings("resource") // closed by its last task
    static void read_what_was_applied() {
        LibvipsHere.orSkip();
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        Verification run = Verification.ofThisJvm();
        for (String state : STATES) {
            APPLIED.put(
                    state,
                    CompletableFuture.supplyAsync(
                            () -> {
                                Applied applied = Applied.read(run.held(state));
                                run.release(state);
                                return applied;
                            },
                            readers));
        }
        readers.shutdown();
    }

    @AfterAll
    static void print_the_table() {
        System.out.println("THE TOPOLOGY HARNESS, over what was applied");
        SUMMARY.stream().sorted().forEach(System.out::println);
    }

    private static Applied applied(String state) {
        try {
            return Objects.requireNonNull(APPLIED.get(state), state).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException skipped) {
                throw skipped;
            }
            throw new AssertionError(state + " was not applied", e.getCause());
        }
    }

    private static String printed(Ledger ledger) {
        String total = ledger.print();
        SUMMARY.add("  %-64s %s".formatted(ledger.setUp(), total));
        return total;
    }

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

    /** The article's warning, seen and unseen: with CloudFront's own TTL the redirect is kept, and with the applied one it is not. */
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

    /** Whatever is done to the caching: who serves bytes cannot loop. */
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
        Applied applied = applied(state);
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

    /** Real browsers, and clients that promise nothing: a format for each, stored once, and never made again in another region. */
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

    /** TT-2 at the edge: a query becomes the key, and what is stored is the key's. */
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
        Applied applied = applied("failover");
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
        Applied applied = applied("multi-region");
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
