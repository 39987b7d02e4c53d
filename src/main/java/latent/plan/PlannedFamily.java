package latent.plan;

import java.util.List;

/**
 * A family: one original with its renditions to be made.
 *
 * @param original key of the original
 * @param keys     keys of the renditions
 * @param stale    whether stored renditions of it seem stale, and are to be removed first
 */
public record PlannedFamily(String original, List<String> keys, boolean stale) {
    public PlannedFamily {
        keys = List.copyOf(keys);
    }
}
