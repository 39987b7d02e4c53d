package latent.http;

import io.javalin.http.Context;
import java.util.Optional;
import latent.metrics.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request, {@code name=value}; what a visitor wrote stands in it percent-encoded as it came, and cut short. */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("latent.request");
    private static final int MAX_TARGET = 256;

    private final Meters meters;

    RequestLog(Meters meters) {
        this.meters = meters;
    }

    /** Notes an answer to a request for a rendition; our own pages under {@code /-/} are not of interest. */
    void answered(Context context, float millis) {
        if (context.req().getRequestURI().startsWith(FrontDoor.OWN_PAGES)) {
            return;
        }
        int status = context.res().getStatus();
        meters.answered(status);
        LOG.info(
                "status={} method={} target={} ms={} bytes={} timing={}",
                status,
                context.req().getMethod(),
                printable(context.req().getRequestURI()),
                Math.round(millis),
                Optional.ofNullable(context.res().getHeader("Content-Length")).orElse("0"),
                Optional.ofNullable(context.res().getHeader("Server-Timing"))
                        .orElse("-")
                        .replace(", ", "|"));
    }

    private static String printable(String target) {
        String cut = target.length() > MAX_TARGET ? target.substring(0, MAX_TARGET) + "..." : target;
        return cut.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
