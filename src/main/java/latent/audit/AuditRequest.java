package latent.audit;

import java.io.Serializable;
import java.util.Set;
import latent.plan.PlanRequest;

/**
 * Parameters of an audit.
 *
 * @param objects     which renditions, and where the keys of both buckets are read from; its wanted renditions are ignored here
 * @param depth       how closely renditions are examined
 * @param sample      how many of them
 * @param seed        of the sample: the same seed chooses the same renditions
 * @param mend        kinds of findings to be repaired; empty for none
 * @param concurrency requests that one task has under way at one time
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

    /**
     * Whether a rendition with these findings is to be repaired. An object that was not stored by Latent is repaired only when its original is gone,
     * or when MISSING_HEADERS is asked for.
     *
     * @param ours whether the object has the metadata that Latent stores
     */
    public boolean mends(Set<FindingKind> findings, boolean ours) {
        return findings.stream().anyMatch(mend::contains)
                && (ours || findings.contains(FindingKind.ORPHANED) || mend.contains(FindingKind.MISSING_HEADERS));
    }
}
