package latent.plan;

import java.util.List;

/**
 * What a plan has to be made of one original.
 *
 * @param original S3 key
 * @param keys     of the renditions to be made
 * @param stale    whether there are renditions that seem to be of another version, which must go first
 */
public record PlannedFamily(String original, List<String> keys, boolean stale) {
    public PlannedFamily {
        keys = List.copyOf(keys);
    }
}
