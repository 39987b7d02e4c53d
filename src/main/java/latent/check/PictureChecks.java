package latent.check;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import latent.check.Finding.Failed;
import latent.check.Finding.Ok;
import latent.digest.Digest;

/** Checks the rendition in the answer of the processor. */
record PictureChecks(CheckContext context) {
    List<Check> checks() {
        return List.of(
                new Check("processor makes the picture", this::made),
                new Check("media type", this::mediaType),
                new Check("exact Content-Length", this::length),
                new Check("Cache-Control", this::cacheControl),
                new Check("ETag as S3 gives it", this::eTag),
                new Check("nosniff", this::noSniff),
                new Check("picture allows CORS", this::cors));
    }

    private Finding made() throws IOException {
        HttpAnswer answer = context.made.get();
        if (!context.redirects() && RedirectChecks.ofTheBucket(answer)) {
            throw new Check.CheckSkipped("the processor was not asked");
        }
        if (answer.redirects()) {
            return new Failed(
                    answer.status() + " to " + answer.header("Location").orElse("nowhere"),
                    "a processor that redirects makes a loop as soon as a cache keeps one of the redirects",
                    "whatever runs behind hosts.origin: it must answer with the picture");
        }
        if (answer.refusal().isPresent()) {
            return new Failed(
                    answer.told(),
                    "a fallback picture stands in for " + context.sample.originalPath(),
                    "--original, originals.bucket");
        }
        return switch (answer.status()) {
            case 200 -> new Ok("200, " + answer.body().length + " bytes");
            case 403 ->
                new Failed(
                        answer.told(),
                        "the load balancer does not know this distribution, or the size is on no ladder",
                        "origin_secrets (both sides have the same first value), or --size");
            case 404 ->
                new Failed(
                        answer.told(),
                        "the processor finds no original " + context.sample.originalPath(),
                        "--original, originals.bucket");
            case 429 ->
                new Failed(answer.told(), "no tokens or no room for one more render", "rate.* and processor.max_tasks");
            case 502, 504 ->
                new Failed(
                        answer.told(),
                        "CloudFront does not reach the load balancer",
                        "hosts.origin, its certificate, and the prefix list in its security group");
            case 503 ->
                new Failed(
                        answer.told(),
                        "no healthy task, or a fault of the processor",
                        "the task role's rights on both buckets; the processor's log says more");
            default -> new Failed(answer.told(), "no picture", "processor.image, and the processor's log");
        };
    }

    private Finding mediaType() throws IOException {
        String seen = context.picture().header("Content-Type").orElse("absent");
        return seen.equals(context.sample.mediaType())
                ? new Ok(seen)
                : new Failed(
                        seen,
                        "a client that asks for nothing special must get " + context.sample.mediaType(),
                        "negotiation.formats and the images function");
    }

    private Finding length() throws IOException {
        HttpAnswer picture = context.picture();
        String seen = picture.header("Content-Length").orElse("absent");
        return seen.equals(Integer.toString(picture.body().length))
                ? new Ok(seen)
                : new Failed(
                        seen + " for " + picture.body().length + " bytes",
                        "CloudFront keeps a torn picture when no length is given",
                        "compress = false in the distribution's behaviour");
    }

    private Finding cacheControl() throws IOException {
        String seen = context.picture().header("Cache-Control").orElse("absent");
        Optional<String> wanted = context.deployment.cacheControl();
        boolean right = wanted.map(seen::equals).orElseGet(() -> {
            String lower = seen.toLowerCase(java.util.Locale.ROOT);
            return lower.contains("max-age=") && !lower.contains("max-age=0") && !lower.contains("no-store");
        });
        return right
                ? new Ok(seen)
                : new Failed(
                        seen,
                        wanted.map(value -> "configured is " + value)
                                .orElse("with a default TTL of 0 no edge keeps the picture"),
                        "processor.rendition_cache_control");
    }

    private Finding eTag() throws IOException {
        HttpAnswer picture = context.picture();
        String seen = picture.header("ETag").orElse("absent");
        return seen.equals(Digest.quotedMd5(picture.body()))
                ? new Ok(seen)
                : new Failed(
                        seen,
                        "not the MD5 of the picture, which S3 will say: caches ask again in vain",
                        "SSE-S3 and not KMS on the renditions bucket; compress = false");
    }

    private Finding noSniff() throws IOException {
        String seen = context.picture().header("X-Content-Type-Options").orElse("absent");
        return seen.equals("nosniff")
                ? new Ok(seen)
                : new Failed(seen, "browsers may guess a type of their own", "response_headers_policy (edge-policies)");
    }

    private Finding cors() throws IOException {
        return CorsHeaders.of(context.picture(), "the processor's picture");
    }
}
