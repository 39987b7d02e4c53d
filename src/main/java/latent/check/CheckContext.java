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
 * The answers that several checks share: for one rendition that nobody has requested before, from the first request to the cached copy at the edge.
 */
final class CheckContext {
    private static final int MAX_HOPS = 6;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    final Deployment deployment;
    final SampleRendition sample;
    final String path;
    private final HttpFetcher http;
    private final List<HttpAnswer> faults = new ArrayList<>();

    /** Answer of the images host to the first request for the rendition. */
    final Memoized<HttpAnswer> miss;
    /** Answer of the images host to the second request, before the rendition is made. */
    final Memoized<HttpAnswer> missAgain;
    /** Answer of the processor, or of the images host where that calls the processor itself. */
    final Memoized<HttpAnswer> made;
    /** Answer of the images host once the rendition is stored. */
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

    /** Sends a request with at most one header, given as name and value, and records a 429 or 5xx. */
    HttpAnswer askUrl(URI url, String... headers) throws IOException {
        Map<String, String> fields = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        HttpAnswer answer = http.get(url, fields);
        if (answer.status() == 429 || answer.status() >= 500) {
            faults.add(answer);
        }
        return answer;
    }

    /**
     * Requests a path of the images host and follows redirects, as a browser does. Returns all answers, at least one; the last is a redirect only
     * after too many.
     */
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

    /** The host of the processor: as configured, or else the target of the first redirect. */
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

    /**
     * Number of requests of a first visit.
     *
     * @throws CheckSkipped when the visit does not end in a picture
     */
    int hops() throws IOException {
        List<HttpAnswer> hops = firstVisit.get();
        if (!hops.getLast().isPicture()) {
            throw new CheckSkipped("a first visit ends in no picture");
        }
        return hops.size();
    }

    /**
     * The answer with the new rendition.
     *
     * @throws CheckSkipped when no picture was made
     */
    HttpAnswer picture() throws IOException {
        HttpAnswer answer = made.get();
        if (!answer.isPicture()) {
            throw new CheckSkipped("no picture was made");
        }
        return answer;
    }

    /**
     * The stored rendition, from the images host.
     *
     * @throws CheckSkipped when no picture was stored
     */
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

    /** All answers with 429 or 5xx so far. */
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
