package latent.refusal;

import java.time.Duration;
import java.util.Optional;

/**
 * A no that we mean. Its message is one public sentence: it names what is wrong with the request and no bucket, path or cause inside.
 * Only {@code http/} turns it into an answer; it has no stack trace, because it is not a fault of ours.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final Duration retryAfter;
    private final String detail;

    public Refusal(Reason reason, String sentence) {
        this(reason, sentence, Duration.ZERO);
    }

    /** A refusal that passes: {@code retryAfter} is when asking again makes sense; zero when it never does. */
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

    /** What is wrong, for the one who asked. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What a decoder or S3 said, in its own words; empty where the sentence says it all. */
    public String detail() {
        return detail;
    }

    /** When asking again makes sense; present on every 429. */
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter).filter(Duration::isPositive);
    }
}
