package latent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.tracing.RequestTrace;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Handles every request before any route: gives it an id and the common headers, and refuses it with 429 when too many connections are open. */
final class RequestGate extends Handler.Wrapper {
    private static final String TOO_MANY = "Too many connections; ask again in 5 s.";

    private final OriginVerification edge;
    private final WatchedConnector connector;
    private final HelpLink help;
    private final Meters meters;
    private final AtomicInteger inFlight = new AtomicInteger();

    RequestGate(Handler routes, OriginVerification edge, WatchedConnector connector, HelpLink help, Meters meters) {
        super(routes);
        this.edge = edge;
        this.connector = connector;
        this.help = help;
        this.meters = meters;
        meters.watch("latent.requests.in.flight", "Requests for renditions that are being answered.", inFlight::get);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        WatchedConnector.paceOf(request).requestArrived();
        boolean ownPage = RequestLog.path(request).startsWith(ProcessorServer.OWN_PAGES);
        RequestTrace trace = ownPage ? RequestTrace.NONE : trace(request);
        RequestNotes.begin(request, help, trace);
        addCommonHeaders(response.getHeaders(), RequestId.of(request, edge));
        if (!ownPage) {
            letScriptsRead(response.getHeaders());
            inFlight.incrementAndGet();
            Request.addCompletionListener(request, failure -> inFlight.decrementAndGet());
        }
        if (connector.full()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            if (!ownPage) {
                refuse(request, response, callback);
                return true;
            }
        }
        try (RequestTrace.Current current = trace.current()) {
            return super.handle(request, response, callback);
        }
    }

    private RequestTrace trace(Request request) {
        HttpFields headers = request.getHeaders();
        return meters.tracing().begin(request.getMethod(), name -> Optional.ofNullable(headers.get(name)));
    }

    static void addCommonHeaders(HttpFields.Mutable headers, String requestId) {
        headers.put(RequestId.HEADER, requestId)
                .put("X-Content-Type-Options", "nosniff")
                .put("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    /**
     * Pages of any origin may read pictures and refusals: a redirect from the images host makes every {@code <img crossorigin>} a request from origin
     * "null". They may see too how long each part of a request took, of what everyone may ask for. The health page and the metrics are left out.
     */
    static void letScriptsRead(HttpFields.Mutable headers) {
        headers.put("Access-Control-Allow-Origin", "*")
                .put("Access-Control-Expose-Headers", "*")
                .put("Timing-Allow-Origin", "*");
    }

    private void refuse(Request request, Response response, Callback callback) {
        RequestNotes notes = RequestNotes.of(request);
        notes.refused(Reason.NO_ROOM, TOO_MANY);
        meters.refused(Reason.NO_ROOM);
        byte[] sentence = (TOO_MANY + "\n").getBytes(UTF_8);
        response.setStatus(Reason.NO_ROOM.status());
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put(HttpHeader.CONTENT_LENGTH, sentence.length)
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put(HttpHeader.LINK, notes.helpLink())
                .put(HttpHeader.RETRY_AFTER, "5");
        response.write(true, ByteBuffer.wrap(sentence), callback);
    }
}
