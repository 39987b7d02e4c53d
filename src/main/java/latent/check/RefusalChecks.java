package latent.check;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import latent.check.Finding.Failed;
import latent.check.Finding.Ok;

/** Checks refusals, and how long they are cached. */
record RefusalChecks(CheckContext context) {
    /** An original that is uploaded after somebody requested it stays invisible for as long. */
    private static final long LONGEST_404_SECONDS = 300;

    List<Check> checks() {
        return List.of(
                new Check("missing original is 404", this::missing),
                new Check("404 is kept shortly", this::shortly),
                new Check("malformed key is 400", this::malformed));
    }

    private Finding missing() throws IOException {
        int allowed = context.hops();
        List<HttpAnswer> hops = context.visit(context.sample.missing());
        HttpAnswer end = hops.getLast();
        String seen = way(hops);
        if (refused(end)) {
            return hops.size() <= allowed
                    ? new Ok(seen)
                    : new Failed(seen, "a refusal takes more hops than a picture", "no redirect but S3's");
        }
        if (end.redirects()) {
            return new Failed(seen, "what is missing goes in circles", "the processor must answer 404 itself");
        }
        return switch (end.status()) {
            case 403 ->
                new Failed(
                        seen,
                        "what is missing looks forbidden: S3 answered 403 to the processor, or another server answered",
                        "s3:ListBucket on the originals in the task role, --size");
            case 500, 502, 503, 504 ->
                new Failed(
                        seen,
                        "what is missing looks like a fault, and alarms ring",
                        "s3:ListBucket on the originals in the task role: without it S3 says 403 to the processor");
            default -> new Failed(seen, "a picture of nothing, or no clear no", "error documents and custom errors");
        };
    }

    private Finding shortly() throws IOException {
        context.hops();
        HttpAnswer end = context.visit(context.sample.missing()).getLast();
        if (!refused(end)) {
            throw new Check.CheckSkipped("there was no 404");
        }
        String cacheControl = end.header("Cache-Control").orElse("absent");
        long seconds = end.maxAge().orElse(-1L);
        return seconds >= 0 && seconds <= LONGEST_404_SECONDS
                ? new Ok(cacheControl)
                : new Failed(
                        "Cache-Control " + cacheControl,
                        seconds < 0
                                ? "someone else than the processor says 404"
                                : "an original uploaded now stays missing too long",
                        "caching.missing_original_ttl, and no error document in the bucket");
    }

    private Finding malformed() throws IOException {
        context.hops();
        List<HttpAnswer> hops = context.visit(context.sample.malformed());
        return hops.getLast().status() == 400
                ? new Ok(way(hops))
                : new Failed(
                        way(hops),
                        "a name with a leading zero must be refused: second spellings are second objects",
                        "the images function, and processor.image");
    }

    /** Also with a fallback picture, under whichever status. */
    private static boolean refused(HttpAnswer end) {
        return end.status() == 404 || (end.status() == 200 && end.refusal().isPresent());
    }

    private static String way(List<HttpAnswer> hops) {
        return hops.stream().map(HttpAnswer::told).collect(Collectors.joining(" → "));
    }
}
