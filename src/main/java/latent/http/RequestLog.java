package latent.http;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import latent.key.PercentEncoding;
import latent.logging.LogFormat;
import latent.logging.StructuredLine;
import latent.metrics.Meters;
import latent.refusal.AnswerCode;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one log line for each request. For a refusal or a fault it says why, for which original, and what to do. What a visitor wrote is
 * percent-encoded and shortened. Jetty calls it for every request, also for those that it refuses before any handler.
 */
final class RequestLog implements org.eclipse.jetty.server.RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("latent.request");
    private static final int MAX_KEY = 256;
    private static final int MAX_METHOD = 16;
    private static final int MAX_SENTENCE = 400;
    private static final int MAX_WORDS = 300;
    private static final int MAX_TIMING = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x21-\\x7e]");

    private final Meters meters;
    private final OriginVerification edge;
    private final LogFormat format;

    RequestLog(Meters meters, OriginVerification edge, LogFormat format) {
        this.meters = meters;
        this.edge = edge;
        this.format = format;
    }

    /** Writes the line of a request for a rendition; pages under {@code /-/} have none. */
    @Override
    public void log(Request request, Response response) {
        WatchedConnector.paceOf(request).answered();
        String path = path(request);
        if (path.startsWith(ProcessorServer.OWN_PAGES)) {
            return;
        }
        RequestNotes notes = RequestNotes.of(request);
        Duration took = Duration.ofNanos(System.nanoTime() - request.getBeginNanoTime());
        meters.answered(response.getStatus(), notes.outcome(), took);
        notes.fault().ifPresent(meters::failed);
        LOG.info("{}", line(request, response, notes, path, took).in(format));
        notes.trace()
                .with("http.response.status_code", response.getStatus())
                .with("url.path", printable(path))
                .with("latent.request.id", RequestId.of(request, edge))
                .with("latent.outcome", notes.outcome())
                .with("latent.reason", notes.code().map(AnswerCode::name).orElse(""))
                .with("latent.original", notes.original())
                .with("latent.rendition", notes.rendition())
                .end(notes.fault().isPresent());
    }

    private StructuredLine line(Request request, Response response, RequestNotes notes, String path, Duration took) {
        String timing =
                Optional.ofNullable(response.getHeaders().get("Server-Timing")).orElse("");
        return new StructuredLine()
                .with("id", RequestId.of(request, edge), MAX_KEY)
                .with("trace", notes.trace().id(), MAX_KEY)
                .with("status", response.getStatus())
                .with("outcome", notes.outcome(), MAX_METHOD)
                .withWord("reason", notes.code().map(AnswerCode::name).orElse(""), MAX_KEY)
                .with("method", printable(request.getMethod()), MAX_METHOD)
                .with("target", printable(path), MAX_KEY)
                .withWord("original", notes.original(), MAX_KEY)
                .withWord("rendition", notes.rendition(), MAX_KEY)
                .with("ms", took.toMillis())
                .with("bytes", Response.getContentBytesWritten(response))
                .withWord("timing", timing.replace(", ", "|"), MAX_TIMING)
                .with("sentence", quoting(notes.sentence(), path), MAX_SENTENCE)
                .with("detail", quoting(notes.detail(), path), MAX_WORDS)
                .with("remedy", notes.code().map(AnswerCode::remedy).orElse(""), MAX_SENTENCE);
    }

    /** The raw path, or what stands in its place: {@code *}, or nothing. */
    static String path(Request request) {
        return Optional.ofNullable(request.getHttpURI().getPath()).orElse("-");
    }

    /**
     * A sentence may quote the key. Where that has more than plain characters, the sentence is escaped as a whole: nobody may write into the log what
     * looks like another line of ours, and rings its alarm.
     */
    private static String quoting(String sentence, String path) {
        return path.contains("%") ? PercentEncoding.ofPath(sentence) : sentence;
    }

    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
