package latent.audit;

import java.io.Serializable;
import java.util.Set;
import latent.plan.PlanRequest;

/**
 * What is to be audited.
 *
 * @param objects     which, and where their keys come from; what a plan would want is of no account
 * @param depth       how closely
 * @param sample      how many
 * @param seed        of the sample: the same one looks at the same renditions
 * @param mend        what is to be mended; nothing where it is empty
 * @param concurrency requests that a task has under way at one time
 */
public record AuditRequest(
        PlanRequest objects, AuditDepth depth, SampleSize sample, long seed, Set<FindingKind> mend, int concurrency)
        implements Serializable {
    private static final int MOST_AT_ONCE = 256;

    public AuditRequest {
        mend = Set.copyOf(mend);
        if (!sample.isAll() && !mend.isEmpty()) {
            throw new IllegalArgumentException("A sample finds out how much is wrong; --fix goes without --sample.");
        }
        if (!sample.isAll() && !objects.originals().complete()) {
            throw new IllegalArgumentException(
                    "A sample is of all renditions in the bucket: --sample goes without a list of originals.");
        }
        if (concurrency < 1 || concurrency > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    "A task has 1 to " + MOST_AT_ONCE + " requests under way, not " + concurrency + ".");
        }
    }

    /** Whether this is to be mended: an object that is not ours only where that is asked for by name, or its original is gone. */
    public boolean mends(Set<FindingKind> findings, boolean ours) {
        return findings.stream().anyMatch(mend::contains)
                && (ours || findings.contains(FindingKind.ORPHANED) || mend.contains(FindingKind.MISSING_HEADERS));
    }
}
