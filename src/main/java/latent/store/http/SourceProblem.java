package latent.store.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import latent.store.http.CheckedRedirects.RedirectRefused;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.RedirectException;

/** Why a host of originals gives no answer: what that means, and what to change. */
public enum SourceProblem {
    NOT_PUBLIC(
            "the processor does not connect to such an address",
            "originals.http-private-hosts, if the host is yours and is meant; else its record in the DNS, or the DNS that is asked"),
    NO_NAME("its name has no address here", "the host in originals.http, or the DNS of this machine"),
    REDIRECTED(
            "the processor does not follow there",
            "originals.http: the scheme, host and port where the files are; or try a file, with --original"),
    NO_TLS(
            "its certificate is not trusted or not for this name, or nobody speaks TLS there",
            "the host's certificate, the trust store of Java, or http: in originals.http"),
    NO_CONNECTION(
            "it takes no connection from here, or says nothing on it",
            "host and port in originals.http, the host's firewall, or the routes and security groups of this machine"),
    TOO_LATE("it is too slow", "the host, the network before it, or originals.http-timeout"),
    BROKEN(
            "that is no HTTP, or it broke off",
            "host, scheme and port in originals.http, and the log of whoever answers there");

    private static final int DEEPEST_CAUSE = 10;

    private final String means;
    private final String change;

    SourceProblem(String means, String change) {
        this.means = means;
        this.change = change;
    }

    /** What it means, in a sentence's second half. */
    public String means() {
        return means;
    }

    /** What to look at and change. */
    public String change() {
        return change;
    }

    /**
     * The problem behind a failure.
     *
     * @param late whether the request was ended at originals.http-timeout
     */
    static SourceProblem of(IOException failure, boolean late) {
        return Stream.of(values())
                .filter(problem -> problem.cause(failure).isPresent())
                .findFirst()
                .orElse(late || failure instanceof SocketTimeoutException ? TOO_LATE : BROKEN);
    }

    /** The exception that tells of this problem. */
    Optional<Throwable> cause(IOException failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .filter(cause -> exceptions().stream().anyMatch(kind -> kind.isInstance(cause)))
                .findFirst();
    }

    private List<Class<? extends Exception>> exceptions() {
        return switch (this) {
            case NOT_PUBLIC -> List.of(AddressRefused.class);
            case NO_NAME -> List.of(UnknownHostException.class);
            case REDIRECTED -> List.of(RedirectRefused.class, RedirectException.class);
            case NO_TLS -> List.of(SSLException.class);
            case NO_CONNECTION ->
                List.of(ConnectException.class, ConnectTimeoutException.class, NoRouteToHostException.class);
            case TOO_LATE, BROKEN -> List.of();
        };
    }
}
