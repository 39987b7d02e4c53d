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

    public Refusal(Reason reason, String sentence) {
        this(reason, sentence, Duration.ZERO);
    }

    /** A temporary refusal: {@code retryAfter} is the time after which the request may be repeated; zero when it makes no sense. */
    public Refusal(Reason reason, String sentence, Duration retryAfter) {
        super(sentence, null, false, false);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /** The public sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** When asking again makes sense; present on every 429. */
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter).filter(Duration::isPositive);
    }
}
