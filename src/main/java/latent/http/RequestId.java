package latent.http;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The id of a request, in its log line and in the header {@code X-Request-Id} of its answer. */
final class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_=-]{1,128}");

    private RequestId() {}

    /** The id of this request. The first call makes it: CloudFront's own id if the request comes from there, else a random one. */
    static String of(Request request, OriginVerification edge) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = given(request.getHeaders().get("X-Amz-Cf-Id"))
                .filter(name -> edge.isBelieved(request.getHeaders()))
                .orElseGet(() -> UUID.randomUUID().toString());
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value)
                .filter(text -> WELL_FORMED.matcher(text).matches());
    }
}
