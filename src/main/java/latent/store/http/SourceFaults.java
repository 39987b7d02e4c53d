package latent.store.http;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import latent.key.OriginalKey;
import latent.metrics.Meters;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.store.http.CheckedRedirects.RedirectRefused;
import org.apache.hc.client5.http.RedirectException;

/** What became of one request to a host: counted, and told in the words of the log, which name the file and what was wrong. */
final class SourceFaults {
    private final String method;
    private final URI url;
    private final Meters meters;
    private final BooleanSupplier ended;

    /** @param ended whether the deadline has passed, or nobody wants the answer any more */
    SourceFaults(String method, URI url, Meters meters, BooleanSupplier ended) {
        this.method = method;
        this.url = url;
        this.meters = meters;
        this.ended = ended;
    }

    void answered(int status) {
        count(Integer.toString(status));
    }

    void brokeOff(IOException failure) {
        count(ended.getAsBoolean() ? "cut-off" : "broke-off");
    }

    private void count(String outcome) {
        meters.calledSource(String.valueOf(url.getHost()), method, outcome);
    }

    /** There is no answer: because none may be asked for, or because none came. */
    FaultException noAnswer(IOException failure) {
        Optional<Throwable> refused = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .filter(cause -> cause instanceof AddressRefused
                        || cause instanceof RedirectRefused
                        || cause instanceof RedirectException)
                .findFirst();
        if (refused.isPresent()) {
            count("not-allowed");
            return fault(Fault.SOURCE_DENIED, url, String.valueOf(refused.get().getMessage()));
        }
        count(ended.getAsBoolean() ? "too-late" : "no-answer");
        return fault(
                Fault.SOURCE_UNAVAILABLE,
                url,
                ended.getAsBoolean() ? "no answer within originals.http-timeout" : failure.toString());
    }

    /** A body that broke off, or is not what the header of the answer says. */
    static FaultException broken(URI url, Exception failure) {
        return fault(Fault.SOURCE_UNAVAILABLE, url, "the answer broke off: " + failure);
    }

    /** A status other than those that the caller can use. */
    static RuntimeException of(OriginalKey key, URI url, int status) {
        return switch (status) {
            case 404, 410 ->
                new Refusal(Reason.ORIGINAL_MISSING, "There is no original " + key + ".")
                        .withDetail(url + " answers " + status);
            case 408, 425, 429 -> fault(Fault.SOURCE_UNAVAILABLE, url, "it answers " + status);
            default ->
                fault(status >= 500 ? Fault.SOURCE_UNAVAILABLE : Fault.SOURCE_DENIED, url, "it answers " + status);
        };
    }

    static FaultException fault(Fault fault, URI url, String words) {
        return new FaultException(fault, url + ": " + words);
    }
}
