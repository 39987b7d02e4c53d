package latent.audit;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import latent.plan.PlanRequest;

/**
 * What is to expire.
 *
 * @param objects     which renditions, and where keys come from; what a plan would want is of no account
 * @param log         of what was asked for
 * @param unusedDays  renditions that nobody has asked for in so many days are unused
 * @param keeps       what is kept because of a request
 * @param now         when it is
 * @param concurrency requests that a task has under way at one time
 */
public record ExpiryRequest(
        PlanRequest objects, AccessLog log, int unusedDays, Keeps keeps, Instant now, int concurrency)
        implements Serializable {
    /** What a request for a rendition keeps. */
    public enum Keeps {
        /** That rendition. */
        RENDITION,
        /** All renditions of its original: where the edge asks the bucket for another key than the visitor did, as when it chooses formats. */
        ORIGINAL
    }

    /** CloudFront delivers some lines a day late. */
    private static final Duration LATE = Duration.ofDays(2);

    private static final int MOST_DAYS = 10_000;
    private static final int MOST_AT_ONCE = 256;

    public ExpiryRequest {
        if (unusedDays < 1 || unusedDays > MOST_DAYS) {
            throw new IllegalArgumentException("Renditions are unused after 1 to " + MOST_DAYS
                    + " days: say it by --unused-days or the setting renditions.unused-days.");
        }
        if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "A task has 1 to " + MOST_AT_ONCE + " requests under way, not " + concurrency + ".");
        }
    }

    /** What was stored, or asked for, after that is in use. */
    public Instant since() {
        return now.minus(Duration.ofDays(unusedDays));
    }

    /**
     * Whether the log can tell what is unused.
     *
     * @return what it lacks, in a sentence; empty when it lacks nothing
     */
    public String lacking(Instant first, Instant last) {
        if (first.isAfter(since().plus(Duration.ofDays(1)))) {
            return "The access log begins on " + first + ", and what was asked for since " + since()
                    + " must be known: name older logs too, or fewer days.";
        }
        if (last.isBefore(now.minus(LATE))) {
            return "The access log ends on " + last
                    + ", and nobody knows what was asked for since: name the newer logs too.";
        }
        return "";
    }
}
