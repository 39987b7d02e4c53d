package latent.refusal;

import java.time.Duration;
import java.util.Optional;

/**
 * A request that is refused on purpose. Its message is one public sentence: it names what is wrong with the request and no bucket, path or cause
 * inside. Only {@code http/} turns it into an answer; it has no stack trace, because it is no fault of the program.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final Duration retryAfter;
    private final String detail;

    public Refusal(Reason reason, String sentence) {
        this(reason, sentence, Duration.ZERO);
    }

    /** A temporary refusal: {@code retryAfter} is the time after which the request may be repeated; zero when it makes no sense. */
    public Refusal(Reason reason, String sentence, Duration retryAfter) {
        this(reason, sentence, retryAfter, "");
    }

    private Refusal(Reason reason, String sentence, Duration retryAfter, String detail) {
        super(sentence, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.detail = detail;
    }

    /** The same, with what a decoder or S3 said: for the log, and never for a visitor. */
    public Refusal withDetail(String words) {
        return new Refusal(reason, sentence(), retryAfter, words);
    }

    public Reason reason() {
        return reason;
    }

    /** The public sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What a decoder or S3 said, in its own words; empty where the sentence says it all. */
    public String detail() {
        return detail;
    }

    /** When asking again makes sense; present on every 429. */
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter).filter(time -> time.compareTo(Duration.ZERO) > 0);
    }
}
