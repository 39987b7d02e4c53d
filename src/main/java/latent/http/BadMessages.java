package latent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import latent.refusal.Reason;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses before any route is asked: paths that two servers could read differently, and requests that are no HTTP. */
final class BadMessages extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean badPath = response.getStatus() == Reason.MALFORMED_KEY.status();
        byte[] sentence = "This request could mean two things, or none.\n".getBytes(UTF_8);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")
                .put(HttpHeader.CONTENT_LENGTH, sentence.length)
                .put(HttpHeader.CACHE_CONTROL, badPath ? Answers.cacheControl(Reason.MALFORMED_KEY) : "no-store")
                .put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(sentence), callback);
        return true;
    }
}
