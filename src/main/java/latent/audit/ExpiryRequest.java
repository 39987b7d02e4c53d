package latent.audit;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import latent.plan.PlanRequest;

/**
 * Parameters of an expiry.
 *
 * @param objects     which renditions, and where the keys of both buckets are read from; its wanted renditions are ignored here
 * @param log         the access log
 * @param unusedDays  a rendition is unused when it was not requested for this many days
 * @param keeps       which renditions one request keeps
 * @param now         current time
 * @param concurrency requests that one task has under way at one time
 */
public record ExpiryRequest(
        PlanRequest objects, AccessLog log, int unusedDays, Keeps keeps, Instant now, int concurrency)
        implements Serializable {
    /** Which renditions a logged request keeps. */
    public enum Keeps {
        /** The requested rendition. */
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

    /** A rendition that was stored or requested after this time is in use. */
    public Instant since() {
        return now.minus(Duration.ofDays(unusedDays));
    }

    /**
     * Whether the access log covers the whole time.
     *
     * @param first time of the first request in the log
     * @param last  time of the last request
     * @return what is missing, in a sentence; empty when nothing is
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
