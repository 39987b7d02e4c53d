package latent.purge;

import java.util.List;
import latent.key.OriginalKey;
import latent.key.RenditionKey;

/**
 * What a purge has done.
 *
 * @param exists   whether there is such an original now
 * @param removed  how many renditions were removed
 * @param wanted   those of them that may be made again: keys as they are written today, and no more than a bounded number
 */
public record PurgeResult(OriginalKey original, boolean exists, int removed, List<RenditionKey> wanted) {
    public PurgeResult {
        wanted = List.copyOf(wanted);
    }

    /** In one word, for log and metrics. */
    public String outcome() {
        return exists ? removed > 0 ? "replaced" : "unchanged" : "removed";
    }
}
