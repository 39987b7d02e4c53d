package latent.check;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import latent.check.Check.CheckSkipped;
import latent.check.Finding.Failed;
import latent.check.Finding.Ok;
import latent.check.Finding.Skipped;
import latent.image.ImageFormat;

/** Checks the redirects of a first visit, and that only the accepted format changes which picture is answered. */
record VariantChecks(CheckContext context) {
    private static final int LOOKS = 3;

    List<Check> checks() {
        return List.of(
                new Check("a first visit, whole", this::visit),
                new Check("query at the images host", () -> query(context.deployment.images())),
                new Check("query at the processor", this::queryAtTheProcessor),
                new Check("safe format without Accept", this::safe),
                new Check("modern format with Accept", this::modern));
    }

    private Finding visit() throws IOException {
        long start = System.nanoTime();
        List<HttpAnswer> hops = context.firstVisit.get();
        String seen = hops.stream().map(hop -> Integer.toString(hop.status())).collect(Collectors.joining(" → "));
        int allowed = context.redirects() ? 2 : 1;
        if (hops.getLast().redirects()) {
            return new Failed(seen, "a loop: browsers give up", "whatever answers with the second redirect");
        }
        return hops.size() <= allowed && hops.getLast().isPicture()
                ? new Ok(seen + " in " + (System.nanoTime() - start) / 1_000_000 + " ms")
                : new Failed(
                        seen, "a first visit takes " + allowed + " and ends in a picture", "what the lines above name");
    }

    private Finding queryAtTheProcessor() throws IOException {
        if (!context.redirects()) {
            throw new CheckSkipped("the same host in this topology");
        }
        context.picture();
        return query(context.processor());
    }

    /** A query string must not make another copy at the edge. */
    private Finding query(URI host) throws IOException {
        HttpAnswer kept = context.kept();
        HttpAnswer plain = look(host, context.path, LOOKS);
        String target = context.path + "?latent-check=" + System.nanoTime();
        HttpAnswer asked = look(host, target, 1);
        if (asked.status() != 200 || !asked.header("ETag").equals(kept.header("ETag"))) {
            return new Failed(
                    asked.told() + " with a query",
                    "a campaign tag makes another picture, or none",
                    "query_string_behavior = \"none\" in the policies, and the images function");
        }
        if (!plain.byDistribution()) {
            return new Ok("same picture; no distribution answers here");
        }
        if (!plain.fromCache()) {
            throw new CheckSkipped("this host's edge keeps nothing, so its key is not seen");
        }
        // another machine of the edge may have been asked, which has no copy yet: a copy of this query only is told by
        // a new query
        for (int look = 0; look < LOOKS && !asked.fromCache(); look++) {
            asked = look(host, target + look, 1);
        }
        return asked.fromCache()
                ? new Ok("the same copy at the edge")
                : new Failed(
                        "X-Cache \"" + asked.header("X-Cache").orElse("") + "\" for a rendition that is kept",
                        "each query is one more copy, and one more question to the origin",
                        "query_string_behavior = \"none\" in the cache policy");
    }

    private HttpAnswer look(URI host, String target, int looks) throws IOException {
        HttpAnswer answer = context.ask(host, target);
        for (int look = 1; look < looks && !answer.fromCache(); look++) {
            answer = context.ask(host, target);
        }
        return answer;
    }

    private Finding safe() throws IOException {
        context.hops();
        String wanted = context.sample.mediaType();
        HttpAnswer end = context.visit(context.sample.fresh(), "Accept", "*/*").getLast();
        String seen = end.header("Content-Type").orElse("absent");
        return end.status() == 200 && seen.equals(wanted)
                ? new Ok(seen + " for */*")
                : new Failed(
                        end.told() + " " + seen + " for Accept: */*",
                        "mail readers and old browsers say this and show only " + wanted,
                        "the images function: a wildcard in Accept names no format");
    }

    private Finding modern() throws IOException {
        List<ImageFormat> formats = context.deployment.formats();
        if (formats.isEmpty()) {
            return new Skipped("(give --formats)");
        }
        context.hops();
        String path = context.sample.fresh();
        String accept = formats.stream().map(ImageFormat::mediaType).collect(Collectors.joining(",")) + ",*/*;q=0.8";
        String modern = type(path, "Accept", accept);
        String plain = type(path);
        if (!modern.equals(formats.getFirst().mediaType())) {
            return new Failed(
                    modern + " for Accept: " + accept,
                    "who can show " + formats.getFirst().name().toLowerCase(Locale.ROOT) + " does not get it",
                    "negotiation.formats, and the engine of processor.image");
        }
        return plain.equals(context.sample.mediaType())
                ? new Ok(modern + ", and without Accept still " + plain)
                : new Failed(
                        plain + " without Accept, after a visitor with it",
                        "one visitor's format is kept for all",
                        "the images function must put the format into the key");
    }

    private String type(String path, String... headers) throws IOException {
        HttpAnswer end = context.visit(path, headers).getLast();
        return end.status() == 200 ? end.header("Content-Type").orElse("absent") : end.told();
    }
}
