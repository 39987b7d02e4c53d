package latent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import latent.local.AnonymousAccess;
import latent.local.edge.CachePolicy;
import latent.local.edge.FetchedResponse;
import latent.local.edge.Selection;
import latent.local.edge.Upstream;
import latent.local.web.HeaderFields;
import latent.local.website.RefererPolicy;
import org.junit.jupiter.api.Test;

/** Mistakes in who may read what, and in what an edge keeps, are found, and the check says what to change. */
class CheckAccessTest extends CheckSetUp {
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
        stage.processor = CheckAccessTest::faultForMissingOriginals;
        stage.processErrorTtl = Map.of(); // unsaid, CloudFront keeps a fault for ten seconds
        Report report = run();
        assertThat(report.failed()).containsExactly("missing original is 404", "faults are not cached");
        assertThat(report.line("missing original is 404")).contains("s3:ListBucket on the originals");
        assertThat(report.line("faults are not cached")).contains("error_caching_min_ttl = 0");
    }

    @Test
    void a_fault_that_is_not_kept_is_one_finding_and_not_two() {
        stage.processor = CheckAccessTest::faultForMissingOriginals;
        assertFound("missing original is 404", "s3:ListBucket on the originals");
    }

    @Test
    void planted_404_that_is_kept_for_a_day_is_found() {
        stage.processor = upstream -> fetch -> {
            FetchedResponse answer = upstream.fetch(fetch);
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

    private static Upstream faultForMissingOriginals(Upstream upstream) {
        return fetch -> fetch.request().rawPath().contains("-missing")
                ? new FetchedResponse(503, HeaderFields.none().build(), new byte[0], FetchedResponse.Outcome.MISS)
                : upstream.fetch(fetch);
    }
}
