package latent.check;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.check.Check.CheckSkipped;

/**
 * The answers that several checks look at: those for one rendition that has not been asked for before, from the first request to the copy at the
 * edge.
 */
final class CheckContext {
    private static final int MAX_HOPS = 6;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    final Deployment deployment;
    final SampleRendition sample;
    final String path;
    private final HttpFetcher http;
    private final List<HttpAnswer> faults = new ArrayList<>();

    /** The answer of the images host to the first request for the rendition. */
    final Memoized<HttpAnswer> miss;
    /** The answer to the second request, before the rendition has been made. */
    final Memoized<HttpAnswer> missAgain;
    /** The answer of the processor, or of the images host where that calls the processor itself. */
    final Memoized<HttpAnswer> made;
    /** The answer of the images host once the rendition is stored. */
    final Memoized<HttpAnswer> stored;
    /** A first visit to another rendition, with all its hops. */
    final Memoized<List<HttpAnswer>> firstVisit;

    CheckContext(Deployment deployment, HttpFetcher http) {
        this.deployment = deployment;
        this.sample = deployment.sample();
        this.path = sample.fresh();
        this.http = http;
        this.miss = new Memoized<>(() -> ask(deployment.images(), path));
        this.missAgain = new Memoized<>(() -> ask(deployment.images(), path));
        this.made = new Memoized<>(() -> redirects() ? ask(processor(), path) : miss.get());
        this.stored = new Memoized<>(this::awaitStored);
        this.firstVisit = new Memoized<>(() -> visit(sample.fresh()));
    }

    boolean redirects() {
        return deployment.topology() == DeployedTopology.REDIRECT;
    }

    HttpAnswer ask(URI host, String target, String... headers) throws IOException {
        return askUrl(URI.create(host + target), headers);
    }

    /** Asks; headers as name and value in turn. */
    HttpAnswer askUrl(URI url, String... headers) throws IOException {
        Map<String, String> fields = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        HttpAnswer answer = http.get(url, fields);
        if (answer.status() == 429 || answer.status() >= 500) {
            faults.add(answer);
        }
        return answer;
    }

    /** Asks the images host and follows, as a browser does. Never empty; the last one redirects only when it went too far. */
    List<HttpAnswer> visit(String target, String... headers) throws IOException {
        List<HttpAnswer> hops = new ArrayList<>();
        Optional<URI> next = Optional.of(URI.create(deployment.images() + target));
        while (next.isPresent() && hops.size() < MAX_HOPS) {
            HttpAnswer answer = askUrl(next.get(), headers);
            hops.add(answer);
            next = answer.redirects() ? answer.location() : Optional.empty();
        }
        return hops;
    }

    /** The processor's host: the one that was given, or else the one that the first request was redirected to. */
    URI processor() throws IOException {
        if (deployment.processor().isPresent()) {
            return deployment.processor().get();
        }
        HttpAnswer first = miss.get();
        URI there = first.location()
                .filter(url -> first.redirects() && url.getAuthority() != null)
                .orElseThrow(() -> new CheckSkipped("there was no redirect, and no --processor"));
        return URI.create(there.getScheme() + "://" + there.getAuthority());
    }

    /** The hops of a first visit. Checks of it are skipped where it does not end in a picture, because they would only mislead. */
    int hops() throws IOException {
        List<HttpAnswer> hops = firstVisit.get();
        if (!hops.getLast().isPicture()) {
            throw new CheckSkipped("a first visit ends in no picture");
        }
        return hops.size();
    }

    /** The picture. */
    HttpAnswer picture() throws IOException {
        HttpAnswer answer = made.get();
        if (!answer.isPicture()) {
            throw new CheckSkipped("no picture was made");
        }
        return answer;
    }

    /** The stored rendition, as the images host answers it. */
    HttpAnswer kept() throws IOException {
        HttpAnswer answer = redirects() ? stored.get() : picture();
        if (!answer.isPicture()) {
            throw new CheckSkipped("no picture was stored");
        }
        return answer;
    }

    private HttpAnswer awaitStored() throws IOException {
        picture();
        if (missAgain.get().redirects() && missAgain.get().fromCache()) {
            throw new CheckSkipped("the edge keeps the redirect, so the bucket is not seen");
        }
        long end = System.nanoTime() + deployment.patience().toNanos();
        HttpAnswer answer = ask(deployment.images(), path);
        while (answer.status() != 200 && System.nanoTime() < end) {
            pause(BETWEEN_LOOKS);
            answer = ask(deployment.images(), path);
        }
        return answer;
    }

    /** The 429s and 5xx that came up so far. */
    List<HttpAnswer> faults() {
        return List.copyOf(faults);
    }

    static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckSkipped("stopped");
        }
    }
}
