package latent.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import latent.admission.Client;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the client of a request. With a secret configured, only CloudFront may send requests, and the address of the viewer is taken from its
 * header. Without one, as on a laptop, the client is the peer of the connection, and no header is trusted.
 *
 * @param secrets valid values of {@code X-Origin-Verify}, two while one replaces the other
 */
public record OriginVerification(List<String> secrets) {
    private static final String SECRET_HEADER = "X-Origin-Verify";
    private static final String VIEWER_HEADER = "CloudFront-Viewer-Address";

    public OriginVerification {
        secrets = List.copyOf(secrets);
    }

    /**
     * The client whose tokens a request costs.
     *
     * @throws Refusal NOT_FROM_THE_EDGE when a secret is configured and the request has none
     */
    Client clientOf(Context context) {
        String peer = context.req().getRemoteAddr();
        if (secrets.isEmpty()) {
            return new Client(ClientNetwork.of(peer));
        }
        if (!isSecret(context.header(SECRET_HEADER))) {
            throw new Refusal(Reason.NOT_FROM_THE_EDGE, "Ask by way of the distribution.");
        }
        return new Client(ClientNetwork.of(
                viewer(context).or(() -> lastForwarded(context)).orElse(peer)));
    }

    /** Whether a request comes from CloudFront: it has one of the secrets. */
    boolean isBelieved(HttpFields headers) {
        return isSecret(headers.get(SECRET_HEADER));
    }

    private boolean isSecret(@Nullable String given) {
        byte[] shown = Optional.ofNullable(given).orElse("").getBytes(UTF_8);
        return secrets.stream().anyMatch(secret -> MessageDigest.isEqual(secret.getBytes(UTF_8), shown));
    }

    /** {@code 198.51.100.7:46532} or {@code 2001:db8::1:46532}: the port is behind the last colon. */
    private static Optional<String> viewer(Context context) {
        return Optional.ofNullable(context.header(VIEWER_HEADER))
                .filter(value -> value.lastIndexOf(':') > 0)
                .map(value -> value.substring(0, value.lastIndexOf(':')));
    }

    /** CloudFront appends the viewer's address; everything before it was written by the viewer and is not trusted. */
    private static Optional<String> lastForwarded(Context context) {
        return Optional.ofNullable(context.header("X-Forwarded-For"))
                .map(value -> value.substring(value.lastIndexOf(',') + 1).strip());
    }

    @Override
    public String toString() {
        return "OriginVerification[secrets=" + secrets.size() + "]";
    }
}
