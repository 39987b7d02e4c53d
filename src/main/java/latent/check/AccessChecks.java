package latent.check;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.check.Finding.Failed;
import latent.check.Finding.Ok;
import latent.check.Finding.Skipped;

/** Checks that strangers cannot bypass CloudFront, list buckets or read originals. */
record AccessChecks(CheckContext context) {
    private static final String LISTING = "/?list-type=2";
    private static final String SECRET_HEADER = "X-Origin-Verify";

    List<Check> checks() {
        Deployment deployment = context.deployment;
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("images host speaks https only", () -> httpsOnly(deployment.images())));
        if (context.redirects()) {
            checks.add(new Check("processor speaks https only", () -> httpsOnly(context.processor())));
        }
        if (deployment.origins().isEmpty()) {
            checks.add(new Check("origin is shut", () -> new Skipped("(give --origin)")));
        }
        deployment.origins().forEach(origin -> checks.add(new Check("origin is shut", () -> shut(origin))));
        if (context.redirects()) {
            checks.add(new Check("website asks for the secret", this::website));
        }
        checks.add(new Check("originals are not listed", () -> closed(deployment.originals(), LISTING, "originals")));
        checks.add(new Check(
                "originals are not readable",
                () -> closed(deployment.originals(), context.sample.originalPath(), "originals")));
        checks.add(
                new Check("renditions are not listed", () -> closed(deployment.renditions(), LISTING, "renditions")));
        return checks;
    }

    private Finding httpsOnly(URI host) throws IOException {
        if (context.deployment.plainHttp()) {
            return new Skipped("(--allow-http)");
        }
        try {
            HttpAnswer answer = context.askUrl(URI.create("http://" + host.getHost() + context.path));
            boolean upgraded = answer.redirects()
                    && answer.location()
                            .filter(url -> "https".equals(url.getScheme()))
                            .filter(url -> host.getHost().equalsIgnoreCase(url.getHost()))
                            .isPresent();
            return upgraded || answer.status() == 403
                    ? new Ok("http gets " + answer.status())
                    : new Failed(
                            answer.told() + " over http",
                            "pictures travel in clear",
                            "viewer_protocol_policy = \"redirect-to-https\"");
        } catch (IOException e) {
            return new Ok(ifShut(e, "http gets no connection"));
        }
    }

    /** The origin must refuse requests without the secret, and with a wrong one. */
    private Finding shut(URI origin) throws IOException {
        try {
            for (HttpAnswer answer : List.of(
                    context.ask(origin, context.path),
                    context.ask(origin, context.path, SECRET_HEADER, "latent-check"))) {
                if (answer.status() != 403) {
                    return new Failed(
                            origin.getHost() + " gives " + answer.told() + " without the secret",
                            "anyone may go around CloudFront and its limits, and claim any address",
                            "origin_secrets, the listener's rule, exposure");
                }
            }
            return new Ok("403 without the secret");
        } catch (IOException e) {
            return new Ok(ifShut(e, "takes no connection from here"));
        }
    }

    /** The text of a finding when the host accepts no connection from here, which is as good as a refusal. Rethrows other failures. */
    private static String ifShut(IOException failure, String words) throws IOException {
        if (!NoAnswerCause.isShut(failure)) {
            throw failure;
        }
        return words;
    }

    private Finding website() throws IOException {
        if (context.deployment.website().isEmpty()) {
            return new Skipped("(give --website)");
        }
        HttpAnswer answer = context.ask(context.deployment.website().get(), context.path);
        return answer.status() == 403
                ? new Ok("403 without the Referer")
                : new Failed(
                        answer.told() + " without the Referer",
                        answer.redirects()
                                ? "strangers are redirected to the processor, around the images host"
                                : "strangers go around CloudFront",
                        "renditions.access = \"referer\" and referer_secrets, without routing-rules/forbidden.json");
    }

    private Finding closed(Optional<URI> bucket, String target, String which) throws IOException {
        if (bucket.isEmpty()) {
            return new Skipped("(give --" + which + ")");
        }
        HttpAnswer answer = context.ask(bucket.get(), target);
        if (answer.redirects() && answer.location().isPresent()) {
            // a bucket of another Region, asked at the global name
            answer = context.askUrl(answer.location().get());
        }
        return switch (answer.status()) {
            case 401, 403 -> new Ok(answer.status() + " to strangers");
            case 200, 206, 404 ->
                new Failed(
                        answer.told() + " to a stranger",
                        answer.status() == 404
                                ? "who is told what is missing may list"
                                : "everyone may see " + (target.equals(LISTING) ? "every key" : "the original"),
                        which.equals("originals")
                                ? "block_public_policy and restrict_public_buckets = true, originals.source_policy_documents"
                                : "the bucket's policy: s3:ListBucket only under aws:Referer");
            default ->
                new Failed(answer.told(), "neither yes nor no", "--" + which + ": the bucket's regional endpoint");
        };
    }
}
