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

/** What is known of a request while it is answered: for its log line, the metrics and its link to help. Used by one thread at a time. */
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

    /** Records the key, once it is parsed. */
    void understood(RenditionKey key) {
        original = PercentEncoding.ofPath(key.original().value());
        rendition = PercentEncoding.ofPath(key.value());
    }

    /** Records where the rendition in the answer was taken from. */
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

    /** @param words message of the exception */
    void failed(Fault fault, String words) {
        code = Optional.of(fault);
        sentence = fault.cause();
        detail = words;
    }

    /** Value of the header {@code Link} of a refusal or a fault. */
    String helpLink() {
        return code.map(help::to).orElseThrow();
    }

    /** The outcome in one word: where the rendition was taken from, {@code refused}, {@code fault}, or {@code other}, as for a preflight. */
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

    /** The sentence that visitors read; for a fault, its cause. */
    String sentence() {
        return sentence;
    }

    /** The message of a decoder, of S3 or of the exception. */
    String detail() {
        return detail;
    }

    /** Key of the original, percent-encoded; empty when the key was not parsed. */
    String original() {
        return original;
    }

    /** Key of the rendition, percent-encoded; empty when it was not parsed. */
    String rendition() {
        return rendition;
    }
}
