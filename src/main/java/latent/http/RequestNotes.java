package latent.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import latent.key.PercentEncoding;
import latent.key.RenditionKey;
import latent.refusal.AnswerCode;
import latent.refusal.Fault;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.tracing.RequestTrace;
import org.eclipse.jetty.server.Request;

/** What is learned of one request while it is answered: for its line of the log, its numbers and its link to help. Used by one thread at a time. */
final class RequestNotes {
    private static final String ATTRIBUTE = RequestNotes.class.getName();

    private final HelpLink help;
    private final RequestTrace trace;
    private String source = "";
    private Optional<AnswerCode> code = Optional.empty();
    private String sentence = "";
    private String detail = "";
    private String original = "";
    private String rendition = "";

    private RequestNotes(HelpLink help, RequestTrace trace) {
        this.help = help;
        this.trace = trace;
    }

    /** Begins the notes of a request. */
    static RequestNotes begin(Request request, HelpLink help, RequestTrace trace) {
        RequestNotes notes = new RequestNotes(help, trace);
        request.setAttribute(ATTRIBUTE, notes);
        return notes;
    }

    static RequestNotes of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestNotes notes
                ? notes
                : begin(request, HelpLink.OWN, RequestTrace.NONE);
    }

    static RequestNotes of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestNotes notes) {
            return notes;
        }
        throw new IllegalStateException("a request that did not pass the gate");
    }

    RequestTrace trace() {
        return trace;
    }

    /** The key was understood. */
    void understood(RenditionKey key) {
        original = PercentEncoding.ofPath(key.original().value());
        rendition = PercentEncoding.ofPath(key.value());
    }

    /** It was answered with a rendition from there. */
    void came(String from) {
        source = from;
    }

    void refused(Refusal refusal) {
        refused(refusal.reason(), refusal.sentence());
        detail = refusal.detail();
    }

    void refused(Reason reason, String said) {
        code = Optional.of(reason);
        sentence = said;
    }

    /** @param words of the exception */
    void failed(Fault fault, String words) {
        code = Optional.of(fault);
        sentence = fault.cause();
        detail = words;
    }

    /** The value of the header {@code Link} of a refusal or a fault. */
    String helpLink() {
        return code.map(help::to).orElseThrow();
    }

    /** One of a few words: where the rendition came from, {@code refused}, {@code fault}, or {@code other}, as for a preflight. */
    String outcome() {
        return code.map(known -> known instanceof Fault ? "fault" : "refused")
                .orElse(source.isEmpty() ? "other" : source);
    }

    Optional<AnswerCode> code() {
        return code;
    }

    Optional<Fault> fault() {
        return code.filter(Fault.class::isInstance).map(Fault.class::cast);
    }

    /** What visitors read; of a fault, its cause. */
    String sentence() {
        return sentence;
    }

    /** What a decoder, S3 or the exception said. */
    String detail() {
        return detail;
    }

    /** The original's key, percent-encoded; empty when the key was not understood. */
    String original() {
        return original;
    }

    /** The rendition's key, percent-encoded; empty when it was not understood. */
    String rendition() {
        return rendition;
    }
}
