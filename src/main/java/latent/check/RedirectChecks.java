package latent.check;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import latent.check.Check.CheckSkipped;
import latent.check.Finding.Failed;
import latent.check.Finding.Ok;

/** Checks the redirect of the first request for a missing rendition. */
record RedirectChecks(CheckContext context) {
    private static final String RULE = "routing-rules/missing.json as the website module reads it";

    List<Check> checks() {
        return context.redirects()
                ? List.of(
                        new Check("miss is redirected", this::redirected),
                        new Check("redirect is temporary", this::temporary),
                        new Check("redirect to https", this::https),
                        new Check("redirect to the processor", this::toTheProcessor),
                        new Check("redirect keeps the path", this::samePath),
                        new Check("redirect is not cached", this::notCached),
                        new Check("redirect allows CORS", this::cors))
                : List.of(new Check("miss is answered at once", this::answered));
    }

    private Finding redirected() throws IOException {
        HttpAnswer miss = context.miss.get();
        return switch (miss.status()) {
            case 301, 302, 303, 307, 308 -> new Ok(miss.status() + " for " + context.path);
            case 200 ->
                new Failed(
                        "200",
                        "the images host answers misses itself, so this is no redirect topology",
                        "--topology failover or direct, or topology in Terraform");
            case 403 -> forbidden(miss);
            case 404 ->
                new Failed(
                        miss.told() + (miss.isXml() ? ", XML" : ""),
                        miss.isXml()
                                ? "the REST endpoint answers, where routing rules never fire"
                                : "S3 has no rule that fires for this key",
                        miss.isXml()
                                ? "the origin must be website_endpoint, as a custom origin with http-only"
                                : RULE + ", and renditions.key_prefix");
            case 502, 504 ->
                new Failed(
                        miss.told(),
                        "CloudFront does not reach the website, which speaks no TLS",
                        "origin_protocol_policy = \"http-only\" and website_endpoint as the origin");
            default ->
                new Failed(miss.told(), "neither a picture nor a redirect", "website_endpoint as the origin, " + RULE);
        };
    }

    private static Finding forbidden(HttpAnswer miss) {
        if (miss.header("X-Cache").orElse("").startsWith("FunctionGenerated")) {
            return new Failed(
                    miss.told(), "the edge asks for signed keys, which this check cannot make", "signing_secrets");
        }
        return new Failed(
                miss.told(),
                "S3 says 403 for what is missing to those who may not list, and the rule waits for 404",
                "s3:ListBucket beside s3:GetObject under the same Referer (renditions.access, referer_secrets), public policies"
                        + " not blocked, or routing-rules/forbidden.json");
    }

    /** The redirect; checks that need it are skipped when there is none. */
    private HttpAnswer redirect() throws IOException {
        HttpAnswer miss = context.miss.get();
        if (!miss.redirects() || miss.location().isEmpty()) {
            throw new CheckSkipped("there was no redirect");
        }
        return miss;
    }

    private URI location() throws IOException {
        return redirect().location().orElseThrow();
    }

    private Finding temporary() throws IOException {
        int status = redirect().status();
        return status == 302 || status == 307
                ? new Ok(Integer.toString(status))
                : new Failed(
                        Integer.toString(status),
                        "browsers keep this redirect for good, or change the method",
                        "redirect.code = 302 or 307; without HttpRedirectCode S3 says 301");
    }

    private Finding https() throws IOException {
        String scheme = String.valueOf(location().getScheme());
        if (context.deployment.plainHttp()) {
            return new Finding.Skipped("(--allow-http: " + scheme + ")");
        }
        return scheme.equals("https")
                ? new Ok(scheme)
                : new Failed(
                        "Location " + location(),
                        "pages with https do not load it, others take one hop more",
                        "redirect.protocol = \"https\"; without Protocol S3 says http");
    }

    private Finding toTheProcessor() throws IOException {
        String there = authority(location());
        if (there.equals(authority(context.deployment.images()))) {
            return new Failed(there, "the redirect leads back to the images host: a loop", "hosts.process");
        }
        if (there.contains(".s3-website")) {
            return new Failed(there, "the redirect names no host, so S3 fills in its own", "hosts.process");
        }
        if (context.deployment.processor().isEmpty()) {
            return new Ok(there + " (give --processor to have it compared)");
        }
        return there.equals(authority(context.deployment.processor().get()))
                ? new Ok(there)
                : new Failed(
                        there,
                        "visitors are sent to another host than "
                                + authority(context.deployment.processor().get()),
                        "hosts.process, which is processor_host in the routing rule");
    }

    private Finding samePath() throws IOException {
        String there = location().getRawPath();
        return context.path.equals(there)
                ? new Ok("same key on both hosts")
                : new Failed(
                        "Location " + location(),
                        "another key would be stored than was missed",
                        "no ReplaceKeyWith and no ReplaceKeyPrefixWith in " + RULE
                                + "; the images function chooses a format only by Accept");
    }

    private Finding notCached() throws IOException {
        redirect();
        HttpAnswer again = context.missAgain.get();
        if (!again.redirects()) {
            throw new CheckSkipped("the second look was no redirect: " + again.told());
        }
        return again.fromCache()
                ? new Failed(
                        "X-Cache \"" + again.header("X-Cache").orElse("") + "\", Age " + again.age(),
                        "the edge keeps the redirect when the rendition is there, for the default TTL",
                        "caching.default_ttl = 0 and min_ttl = 0 in the images host's cache policy")
                : new Ok("the second look went to S3 again");
    }

    private Finding cors() throws IOException {
        redirect();
        return CorsHeaders.of(
                context.ask(context.deployment.images(), context.path, "Origin", CorsHeaders.PAGE), "the redirect");
    }

    private Finding answered() throws IOException {
        HttpAnswer miss = context.miss.get();
        if (miss.redirects()) {
            return new Failed(
                    miss.status() + " to " + miss.header("Location").orElse("nowhere"),
                    "CloudFront does not fail over on a redirect, and visitors pay for the hop",
                    "--topology redirect, or the bucket's REST endpoint as the primary origin");
        }
        return ofTheBucket(miss)
                ? new Failed(
                        miss.told() + ", XML",
                        "the bucket's own no: CloudFront does not go on to the processor",
                        "failover_status_codes must have 403 and 404")
                : new Ok(miss.status() + " for " + context.path);
    }

    /** Without a redirect topology: what cannot come from the processor. */
    static boolean ofTheBucket(HttpAnswer answer) {
        return answer.redirects() || (answer.isXml() && answer.status() >= 400);
    }

    private static String authority(URI url) {
        return String.valueOf(url.getAuthority()).toLowerCase(Locale.ROOT).replaceFirst(":(443|80)$", "");
    }
}
