package latent.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import latent.check.Finding.Failed;

/** Explains a request without an answer: the cause, by the exception, and what to change. */
final class NoAnswerCause {
    private static final int DEEPEST_CAUSE = 6;

    private NoAnswerCause() {}

    /** Whether the host exists but accepts no connection from here. */
    static boolean isShut(IOException failure) {
        return (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException)
                && !isUnknown(failure);
    }

    static Finding explain(IOException failure) {
        String what = failure.getMessage();
        String seen = failure.getClass().getSimpleName() + (what == null ? "" : " (" + what + ")");
        if (isUnknown(failure)) {
            return new Failed(seen, "no such name in the DNS", "zone and hosts, or what was given to this check");
        }
        if (isShut(failure)) {
            return new Failed(
                    seen, "nobody takes connections there", "the DNS record, or what was given to this check");
        }
        return switch (failure) {
            case SSLException tls ->
                new Failed(
                        seen,
                        "the certificate is not for this host, or nobody speaks TLS there",
                        "certificates and hosts, or wait until the distribution is deployed");
            case HttpTimeoutException late ->
                new Failed(
                        seen,
                        "connected, and no answer within a minute",
                        "processor.cpu, processor.memory, processor.response_timeout_seconds");
            default -> new Failed(seen, "the answer broke off, or was none", "see the log of whoever answers there");
        };
    }

    private static boolean isUnknown(IOException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(
                        cause -> cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException);
    }
}
