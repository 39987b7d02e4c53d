package latent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import latent.metrics.Meters;
import latent.refusal.Fault;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.tracing.RequestTrace;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that Jetty refuses before any route: paths that two servers could read differently, and malformed HTTP. */
final class MalformedRequestHandler extends ErrorHandler {
    private final OriginVerification edge;
    private final HelpLink help;
    private final Meters meters;

    MalformedRequestHandler(OriginVerification edge, HelpLink help, Meters meters) {
        this.edge = edge;
        this.help = help;
        this.meters = meters;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean ours = response.getStatus() >= 500 && response.getStatus() != 505;
        String said = ours ? "Something broke on our side." : "This request could mean two things, or none.";
        byte[] sentence = (said + "\n").getBytes(UTF_8);
        RequestNotes notes = RequestNotes.begin(request, help, RequestTrace.NONE);
        if (ours) {
            notes.failed(Fault.BROKEN, words(request));
        } else {
            meters.refused(Reason.BAD_REQUEST);
            notes.refused(new Refusal(Reason.BAD_REQUEST, said).withDetail(words(request)));
        }
        RequestGate.addCommonHeaders(response.getHeaders(), RequestId.of(request, edge));
        RequestGate.letScriptsRead(response.getHeaders());
        boolean keep = response.getStatus() == Reason.MALFORMED_KEY.status() && pathIsWrong(request.getHttpURI());
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put(HttpHeader.CONTENT_LENGTH, sentence.length)
                .put(HttpHeader.LINK, notes.helpLink())
                .put(HttpHeader.CACHE_CONTROL, keep ? Answers.cacheControl(Reason.MALFORMED_KEY) : "no-store");
        response.write(true, ByteBuffer.wrap(sentence), callback);
        return true;
    }

    /** Jetty's reason for the refusal. */
    private static String words(Request request) {
        return Optional.ofNullable(request.getAttribute(ERROR_MESSAGE))
                .map(Object::toString)
                .orElse("");
    }

    /**
     * Whether the path is refused whatever the rest of the request is. Only then may a cache keep the answer, because it keeps it under the path: an
     * answer kept because of a wrong header would hide a picture from everybody.
     */
    private static boolean pathIsWrong(HttpURI target) {
        String path = target.getPath();
        if (path == null || !path.startsWith("/")) {
            return false;
        }
        try {
            // with a host before it: a path that begins with two slashes would be taken for one
            return HttpURI.from("http://host" + path).getViolations().stream()
                    .anyMatch(violation -> !HttpServer.URIS.allows(violation));
        } catch (RuntimeException notEvenAPath) {
            return true;
        }
    }
}
