package latent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import latent.metrics.Meters;
import latent.refusal.Reason;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What every request passes before any route: it gets its id and the headers of every answer, and is turned away when there is no room. */
final class RequestGate extends Handler.Wrapper {
    private final OriginVerification edge;
    private final WatchedConnector connector;
    private final Meters meters;

    RequestGate(Handler routes, OriginVerification edge, WatchedConnector connector, Meters meters) {
        super(routes);
        this.edge = edge;
        this.connector = connector;
        this.meters = meters;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        WatchedConnector.paceOf(request).requestArrived();
        boolean ownPage = RequestLog.path(request).startsWith(ProcessorServer.OWN_PAGES);
        addCommonHeaders(response.getHeaders(), RequestId.of(request, edge));
        if (!ownPage) {
            letScriptsRead(response.getHeaders());
        }
        if (connector.full()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            if (!ownPage) {
                refuse(request, response, callback);
                return true;
            }
        }
        return super.handle(request, response, callback);
    }

    static void addCommonHeaders(HttpFields.Mutable headers, String requestId) {
        headers.put(RequestId.HEADER, requestId)
                .put("X-Content-Type-Options", "nosniff")
                .put("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    /**
     * Pages of any origin may read pictures and refusals: a redirect from the images host makes every {@code <img crossorigin>} a request from origin
     * "null". They may see too how long each part of a request took, of what everyone may ask for. Not what the program says of itself on its own pages.
     */
    static void letScriptsRead(HttpFields.Mutable headers) {
        headers.put("Access-Control-Allow-Origin", "*")
                .put("Access-Control-Expose-Headers", "*")
                .put("Timing-Allow-Origin", "*");
    }

    private void refuse(Request request, Response response, Callback callback) {
        RequestLog.note(request, Reason.NO_ROOM);
        meters.refused(Reason.NO_ROOM.name());
        byte[] sentence = "Too many connections; ask again in 5 s.\n".getBytes(UTF_8);
        response.setStatus(Reason.NO_ROOM.status());
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put(HttpHeader.CONTENT_LENGTH, sentence.length)
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put(HttpHeader.RETRY_AFTER, "5");
        response.write(true, ByteBuffer.wrap(sentence), callback);
    }
}
