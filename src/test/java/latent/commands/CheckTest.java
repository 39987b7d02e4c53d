package latent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import latent.check.DeployedTopology;
import latent.image.ImageFormat;
import latent.local.AnonymousAccess;
import latent.local.edge.FetchedResponse;
import latent.local.edge.ViewerRequestFunction;
import latent.local.edge.ViewerRequestFunction.Result;
import latent.local.web.HeaderFields;
import latent.local.web.Request;
import latent.local.website.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deployment as Terraform makes it passes; with one mistake planted, the check that is meant to find it does, and says what to change. */
class CheckTest extends CheckSetUp {
    @ParameterizedTest
    @EnumSource
    void a_correct_deployment_passes(DeployedTopology topology) {
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
    void planted_rest_endpoint_instead_of_the_website_is_found() {
        stage.websiteIsOrigin = false;
        assertFound("miss is redirected", "website_endpoint", "a first visit, whole");
    }

    @Test
    void planted_processor_that_redirects_back_is_found() {
        stage.processor = upstream -> fetch -> new FetchedResponse(
                302,
                HeaderFields.none()
                        .set(
                                "Location",
                                "https://" + CheckedDeployment.IMAGES
                                        + fetch.request().rawPath())
                        .build(),
                new byte[0],
                FetchedResponse.Outcome.MISS);
        assertFound("processor makes the picture", "a loop", "a first visit, whole");
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
    void planted_function_that_takes_a_wildcard_for_a_named_format_is_found() {
        stage.imagesFunction = pngFor("/");
        stage.formats = List.of(ImageFormat.PNG);
        assertFound("safe format without Accept", "a wildcard in Accept names no format");
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
}
