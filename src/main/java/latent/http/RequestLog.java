package latent.http;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import latent.metrics.Meters;
import latent.refusal.Reason;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request, {@code name=value}; what a visitor wrote stands in it percent-encoded as it came, and cut short. Jetty calls it for
 * every request, also for those that it refuses before any handler.
 */
final class RequestLog implements org.eclipse.jetty.server.RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("latent.request");
    private static final String REASON = RequestLog.class.getName();
    private static final int MAX_TARGET = 256;
    private static final int MAX_METHOD = 16;

    private final Meters meters;
    private final OriginVerification edge;

    RequestLog(Meters meters, OriginVerification edge) {
        this.meters = meters;
        this.edge = edge;
    }

    /** Notes why a request is refused, for its line. */
    static void note(Request request, Reason reason) {
        note(request, reason.name());
    }

    static void note(Request request, String reason) {
        request.setAttribute(REASON, reason);
    }

    /** Name of the request attribute that holds the reason. */
    static String reasonAttribute() {
        return REASON;
    }

    /** Notes an answer to a request for a rendition; our own pages under {@code /-/} are not of interest. */
    @Override
    public void log(Request request, Response response) {
        WatchedConnector.paceOf(request).answered();
        String path = path(request);
        if (path.startsWith(ProcessorServer.OWN_PAGES)) {
            return;
        }
        int status = response.getStatus();
        meters.answered(status);
        LOG.info(
                "id={} status={} reason={} method={} target={} ms={} bytes={} timing={}",
                RequestId.of(request, edge),
                status,
                Optional.ofNullable(request.getAttribute(REASON)).orElse("-"),
                printable(request.getMethod(), MAX_METHOD),
                printable(path, MAX_TARGET),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()),
                Response.getContentBytesWritten(response),
                Optional.ofNullable(response.getHeaders().get("Server-Timing"))
                        .orElse("-")
                        .replace(", ", "|"));
    }

    /** The raw path, or what stands in its place: {@code *}, or nothing. */
    static String path(Request request) {
        return Optional.ofNullable(request.getHttpURI().getPath()).orElse("-");
    }

    private static String printable(String text, int most) {
        String cut = text.length() > most ? text.substring(0, most) + "..." : text;
        return cut.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
