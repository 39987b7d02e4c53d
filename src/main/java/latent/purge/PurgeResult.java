package latent.purge;

import java.util.List;
import latent.key.OriginalKey;
import latent.key.RenditionKey;

/**
 * The result of a purge.
 *
 * @param exists   whether the original exists now
 * @param removed  number of renditions removed
 * @param wanted   keys of removed renditions that may be made again; at most 1,000
 */
public record PurgeResult(OriginalKey original, boolean exists, int removed, List<RenditionKey> wanted) {
    public PurgeResult {
        wanted = List.copyOf(wanted);
    }

    /** The result in one word, for log and metrics. */
    public String outcome() {
        return exists ? removed > 0 ? "replaced" : "unchanged" : "removed";
    }
}
