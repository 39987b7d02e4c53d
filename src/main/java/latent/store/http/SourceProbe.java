package latent.store.http;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import latent.key.OriginalKey;
import latent.metrics.Meters;
import latent.store.http.HttpSources.Place;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * Asks a host of originals once, as the processor would: by a checked address, with its bounds of time, and following redirects to other hosts of
 * originals only. For a check after a deployment.
 */
public final class SourceProbe {
    private final HttpSources sources;
    private final Optional<OriginalKey> sample;

    /** @param sample an original, which is asked for where it lies; of other places their folder is */
    public SourceProbe(HttpSources sources, Optional<OriginalKey> sample) {
        this.sources = sources;
        this.sample = sample;
    }

    /** What came of it. */
    public sealed interface Result {
        /** What was asked for. */
        URI url();
    }

    /**
     * An answer, of the host itself or of one that it redirected to.
     *
     * @param ofFile whether the sample was asked for, and not the folder
     * @param packed whether it came compressed, which the processor refuses
     */
    public record Answered(URI url, int status, boolean ofFile, boolean packed) implements Result {}

    /**
     * No answer.
     *
     * @param words what was seen
     */
    public record Unanswered(URI url, SourceProblem problem, String words) implements Result {}

    /** Asks; takes no longer than originals.http-timeout and the look-up of a name. */
    public Result ask(Place place) {
        Optional<OriginalKey> file =
                sample.filter(key -> sources.of(key).filter(place::equals).isPresent());
        URI url = file.map(place::url).orElse(place.base());
        Meters meters = new Meters();
        try (SourceClient client = new SourceClient(sources, meters)) {
            // many a host forbids HEAD; of a GET nothing but the header is read
            HttpUriRequestBase request = new HttpUriRequestBase("GET", url);
            SourceFaults faults = new SourceFaults("GET", url, meters, request::isCancelled);
            try (SourceAnswer answer = client.send(request, faults)) {
                return new Answered(url, answer.status(), file.isPresent(), answer.packed());
            } catch (IOException failure) {
                SourceProblem problem = SourceProblem.of(failure, request.isCancelled());
                return new Unanswered(url, problem, words(problem, failure));
            }
        }
    }

    private String words(SourceProblem problem, IOException failure) {
        Throwable cause = problem.cause(failure).orElse(failure);
        return problem == SourceProblem.TOO_LATE
                ? "no answer within originals.http-timeout, "
                        + sources.timeout().toSeconds() + " s"
                : cause.getMessage() + " (" + cause.getClass().getSimpleName() + ")";
    }
}
