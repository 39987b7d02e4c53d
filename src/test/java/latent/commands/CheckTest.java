package latent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latent.check.DeployedTopology;
import latent.check.SmokeTest;
import latent.check.Tally;
import latent.image.ImageFormat;
import latent.kit.Stack;
import latent.local.AnonymousAccess;
import latent.local.edge.CachePolicy;
import latent.local.edge.Fetched;
import latent.local.edge.Selection;
import latent.local.edge.Upstream;
import latent.local.edge.ViewerRequestFunction;
import latent.local.edge.ViewerRequestFunction.Result;
import latent.local.web.HeaderFields;
import latent.local.web.Request;
import latent.local.website.Protocol;
import latent.local.website.RefererPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deployment as Terraform makes it passes; with one mistake planted, the check that is meant to find it does, and says what to change. */
class CheckTest {
    private static Stack stack;

    private CheckedDeployment stage;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException {
        stack = CheckedDeployment.under(data);
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @BeforeEach
    void set() {
        stage = new CheckedDeployment(stack);
    }

    @AfterEach
    void strike() {
        stage.close();
        stack.between.refusePuts = false;
    }

    /** All lines of a run, and what they add up to. */
    private record Report(List<String> lines, Tally tally) {
        /** The names of the checks that failed, in order. */
        List<String> failed() {
            return lines.stream()
                    .filter(line -> line.startsWith("FAILED"))
                    .map(line -> line.substring(8, 38).strip())
                    .toList();
        }

        String line(String check) {
            return lines.stream()
                    .filter(line -> line.startsWith(check, 8))
                    .findFirst()
                    .orElse("no line " + check);
        }
    }

    private Report run() {
        var out = new ByteArrayOutputStream();
        stage.open();
        Tally tally =
                new SmokeTest(stage.deployment(), stage, new PrintStream(out, true, StandardCharsets.UTF_8)).run();
        String text = out.toString(StandardCharsets.UTF_8);
        System.out.println(text);
        return new Report(text.lines().toList(), tally);
    }

    /** The check fails with these words, and but for the others named nothing else does. */
    private void assertFound(String check, String words, String... others) {
        Report report = run();
        assertThat(report.line(check)).startsWith("FAILED").contains(words);
        assertThat(report.failed()).contains(check).isSubsetOf(concat(check, others));
    }

    private static List<String> concat(String check, String... others) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(check), java.util.Arrays.stream(others))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_right_deployment_passes(DeployedTopology topology) {
        stage.topology = topology;
        Report report = run();
        assertThat(report.failed()).isEmpty();
        assertThat(report.tally().passed()).isGreaterThanOrEqualTo(topology == DeployedTopology.REDIRECT ? 29 : 19);
        assertThat(report.lines().getLast()).matches("\\d+ passed, 0 failed, \\d+ skipped");
        assertThat(report.line("faults are not cached")).startsWith("skipped");
    }

    @Test
    void a_307_is_right_too() {
        stage.redirectCode = 307;
        assertThat(run().failed()).isEmpty();
    }

    @Test
    void planted_301_is_found() {
        stage.redirectCode = 301;
        assertFound("redirect is temporary", "redirect.code = 302 or 307");
    }

    @Test
    void planted_redirect_to_http_is_found() {
        stage.redirectProtocol = Protocol.HTTP;
        // a visit is upgraded on its way, which is a hop too many
        assertFound("redirect to https", "redirect.protocol = \"https\"", "a first visit, whole");
    }

    @Test
    void planted_wrong_host_is_found() {
        stage.redirectHost = "www.example";
        assertFound("redirect to the processor", "hosts.process", "a first visit, whole");
    }

    @Test
    void planted_redirect_to_the_images_host_is_found() {
        stage.redirectHost = CheckedDeployment.IMAGES;
        assertFound("redirect to the processor", "a loop", "a first visit, whole");
    }

    @Test
    void planted_default_ttl_of_a_day_is_found() {
        stage.imagesPolicy = CachePolicy.cachingOptimized();
        assertFound("redirect is not cached", "caching.default_ttl = 0");
    }

    @Test
    void planted_bucket_that_nobody_may_list_is_found() {
        stage.renditionsAccess = AnonymousAccess.GET;
        assertFound("miss is redirected", "s3:ListBucket", "a first visit, whole");
    }

    @Test
    void planted_rest_endpoint_instead_of_the_website_is_found() {
        stage.websiteIsOrigin = false;
        assertFound("miss is redirected", "website_endpoint", "a first visit, whole");
    }

    @Test
    void planted_processor_that_redirects_back_is_found() {
        stage.processor = upstream -> fetch -> new Fetched(
                302,
                HeaderFields.none()
                        .set(
                                "Location",
                                "https://" + CheckedDeployment.IMAGES
                                        + fetch.request().rawPath())
                        .build(),
                new byte[0],
                Fetched.Outcome.MISS);
        assertFound("processor makes the picture", "a loop", "a first visit, whole");
    }

    @Test
    void planted_stored_object_without_cache_control_is_found() {
        stage.fromBucket = answer -> answer.status() == 200 ? with(answer, "Cache-Control", "") : answer;
        assertFound(
                "stored bytes and headers", "Cache-Control absent on the stored object", "edge keeps the rendition");
    }

    @Test
    void planted_origin_that_is_open_to_all_is_found() {
        stage.originAsksForTheSecret = false;
        assertFound("origin is shut", "without the secret");
    }

    @Test
    void planted_originals_that_everyone_may_read_are_found() {
        stage.originalsAccess = AnonymousAccess.GET;
        assertFound("originals are not readable", "block_public_policy");
    }

    @Test
    void planted_originals_that_everyone_may_list_are_found() {
        stage.originalsAccess = AnonymousAccess.GET_AND_LIST;
        assertFound("originals are not listed", "everyone may see every key", "originals are not readable");
    }

    @Test
    void planted_renditions_that_everyone_may_list_are_found() {
        stage.renditionsListedToAll = true;
        assertFound("renditions are not listed", "aws:Referer");
    }

    @Test
    void planted_write_back_that_never_arrives_is_found() {
        stack.between.refusePuts = true;
        stage.patience = Duration.ofSeconds(2);
        assertFound("rendition is stored", "s3:PutObject");
    }

    @Test
    void planted_query_in_the_cache_key_is_found() {
        stage.imagesPolicy = new CachePolicy(
                Duration.ZERO, Duration.ZERO, Duration.ofDays(365), Selection.none(), Selection.all(), false);
        assertFound("query at the images host", "query_string_behavior = \"none\"");
    }

    @Test
    void planted_role_that_may_not_list_originals_is_found_and_so_is_the_fault_that_is_kept() {
        stage.processor = CheckTest::faultForMissingOriginals;
        stage.processErrorTtl = Map.of(); // unsaid, CloudFront keeps a fault for ten seconds
        Report report = run();
        assertThat(report.failed()).containsExactly("missing original is 404", "faults are not cached");
        assertThat(report.line("missing original is 404")).contains("s3:ListBucket on the originals");
        assertThat(report.line("faults are not cached")).contains("error_caching_min_ttl = 0");
    }

    @Test
    void a_fault_that_is_not_kept_is_one_finding_and_not_two() {
        stage.processor = CheckTest::faultForMissingOriginals;
        assertFound("missing original is 404", "s3:ListBucket on the originals");
    }

    @Test
    void planted_404_that_is_kept_for_a_day_is_found() {
        stage.processor = upstream -> fetch -> {
            Fetched answer = upstream.fetch(fetch);
            return answer.status() == 404 ? with(answer, "Cache-Control", "max-age=86400") : answer;
        };
        assertFound("404 is kept shortly", "caching.missing_original_ttl");
    }

    @Test
    void planted_http_without_upgrade_is_found() {
        stage.upgradesHttp = false;
        assertFound("images host speaks https only", "redirect-to-https", "processor speaks https only");
    }

    @Test
    void planted_website_that_asks_for_no_secret_is_found() {
        stage.referer = RefererPolicy.none();
        assertFound("website asks for the secret", "renditions.access = \"referer\"");
    }

    @Test
    void planted_distributions_without_cors_are_found() {
        stage.responseHeaders = Map.of();
        assertFound("redirect allows CORS", "response_headers_policy", "stored rendition allows CORS");
    }

    @Test
    void planted_failover_without_403_is_found() {
        stage.topology = DeployedTopology.FAILOVER;
        stage.renditionsAccess = AnonymousAccess.NONE;
        stage.failoverCodes = Set.of(404);
        assertFound("miss is answered at once", "failover_status_codes", "a first visit, whole");
    }

    @Test
    void a_format_goes_to_those_who_ask_for_it_and_to_nobody_else() {
        stage.imagesFunction = pngFor("image/png");
        stage.formats = List.of(ImageFormat.PNG); // the portable engine writes no newer one
        Report report = run();
        assertThat(report.failed()).isEmpty();
        assertThat(report.line("modern format with Accept")).startsWith("ok").contains("image/png");
    }

    @Test
    void planted_function_that_takes_a_wildcard_for_a_promise_is_found() {
        stage.imagesFunction = pngFor("/");
        stage.formats = List.of(ImageFormat.PNG);
        assertFound("safe format without Accept", "a wildcard is no promise");
    }

    @Test
    void planted_function_that_is_missing_is_found() {
        stage.formats = List.of(ImageFormat.PNG);
        assertFound("modern format with Accept", "negotiation.formats");
    }

    private static ViewerRequestFunction pngFor(String accepted) {
        return request -> new Result.Forward(
                request.header("Accept")
                                .filter(accept -> accept.contains(accepted))
                                .isPresent()
                        ? new Request(request.method(), request.target() + ".png", request.headers(), request.visitor())
                        : request);
    }

    private static Upstream faultForMissingOriginals(Upstream upstream) {
        return fetch -> fetch.request().rawPath().contains("-missing")
                ? new Fetched(503, HeaderFields.none().build(), new byte[0], Fetched.Outcome.MISS)
                : upstream.fetch(fetch);
    }

    /** The answer with another value of a header, or without it where the value is empty. */
    private static Fetched with(Fetched answer, String name, String value) {
        HeaderFields headers = HeaderFields.of(answer.headers()).remove(name);
        return new Fetched(
                answer.status(),
                value.isEmpty() ? headers.build() : headers.set(name, value).build(),
                answer.bytes(),
                answer.outcome());
    }
}
