package latent.admission;

import java.time.Duration;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/** The kinds of rate limits, each with the reason of its refusal. */
enum RateLimitKind {
    CLIENT(Reason.CLIENT_RATE_LIMITED, "new renditions"),
    ORIGINAL(Reason.ORIGINAL_RATE_LIMITED, "new renditions of this original"),
    SERVICE(Reason.SERVICE_RATE_LIMITED, "new renditions of all clients together");

    private final Reason reason;
    private final String what;

    RateLimitKind(Reason reason, String what) {
        this.reason = reason;
        this.what = what;
    }

    /** @param wait time until there are enough tokens; sent in whole seconds, rounded up */
    Refusal refusal(Duration wait) {
        Duration rounded = Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds());
        return new Refusal(
                reason, "Rate limit exceeded for " + what + "; retry in " + rounded.toSeconds() + " s.", rounded);
    }
}
