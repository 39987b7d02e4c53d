package latent.check;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import latent.check.Check.CheckSkipped;
import latent.check.Finding.Failed;
import latent.check.Finding.Ok;
import latent.check.Finding.Skipped;

/** Checks the stored rendition, after the write-back. */
record StoredChecks(CheckContext context) {
    private static final int LOOKS = 4;
    private static final List<String> HEADERS = List.of("ETag", "Content-Type", "Cache-Control");

    List<Check> checks() {
        return List.of(
                new Check("rendition is stored", this::stored),
                new Check("stored bytes and headers", this::same),
                new Check("stored rendition allows CORS", this::cors),
                new Check("edge keeps the rendition", this::hit));
    }

    private Finding stored() throws IOException {
        if (!context.redirects()) {
            return behindTheEdge();
        }
        HttpAnswer answer = context.stored.get();
        return answer.status() == 200
                ? new Ok("200 from the images host")
                : new Failed(
                        "still " + answer.told() + " after "
                                + context.deployment.patience().toSeconds() + " s",
                        "the write-back never came, so every visitor is a render",
                        "s3:PutObject of the task role, renditions.bucket and renditions.key_prefix; or give it --patience");
    }

    /** Without a redirect the edge shows the first answer from then on, whether it was stored or not. */
    private static Finding behindTheEdge() {
        return new Skipped("(not to be seen from outside in this topology: see latent_write_back in the metrics)");
    }

    private Finding same() throws IOException {
        if (!context.redirects()) {
            return behindTheEdge();
        }
        HttpAnswer made = context.picture();
        HttpAnswer kept = context.kept();
        if (!Arrays.equals(made.body(), kept.body())) {
            return new Failed(
                    kept.body().length + " bytes, made were " + made.body().length,
                    "another object is stored than was shown",
                    "one processor.image for all tasks; nobody else writes to the renditions bucket");
        }
        for (String name : HEADERS) {
            Optional<String> seen = kept.header(name);
            if (!seen.equals(made.header(name))) {
                return new Failed(
                        name + " " + seen.orElse("absent") + " on the stored object, "
                                + made.header(name).orElse("absent") + " from the processor",
                        name.equals("Cache-Control")
                                ? "with a default TTL of 0 no edge keeps the rendition"
                                : "caches and browsers see two different pictures",
                        name.equals("ETag")
                                ? "SSE-S3 and not KMS on the renditions bucket"
                                : "let nobody but the processor write renditions, or delete this one");
            }
        }
        return new Ok("as the processor gave them: " + String.join(", ", HEADERS));
    }

    private Finding cors() throws IOException {
        context.kept();
        return CorsHeaders.of(
                context.ask(context.deployment.images(), context.path, "Origin", CorsHeaders.PAGE),
                "the stored rendition");
    }

    /** An edge location is several machines, so a few looks are allowed. */
    private Finding hit() throws IOException {
        if (!context.kept().byDistribution()) {
            throw new CheckSkipped("no distribution answers at the images host");
        }
        for (int look = 0; look < LOOKS; look++) {
            if (context.ask(context.deployment.images(), context.path).fromCache()) {
                return new Ok("X-Cache: Hit at look " + (look + 2));
            }
        }
        return new Failed(
                "no hit in " + LOOKS + " looks",
                "every visit goes to the origin",
                "Cache-Control of the stored object, max_ttl of the cache policy, no cookies in its key");
    }
}
