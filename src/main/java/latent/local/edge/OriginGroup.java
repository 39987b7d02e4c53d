package latent.local.edge;

import java.util.Optional;
import java.util.Set;

/**
 * The origins of a behaviour. Every request asks the primary first, whatever happened before it.
 *
 * @param failoverCodes statuses of the primary at which the secondary is asked; a primary that cannot be reached counts as 502 or 504
 */
public record OriginGroup(Origin primary, Optional<Origin> secondary, Set<Integer> failoverCodes) {
    private static final Set<Integer> POSSIBLE = Set.of(400, 403, 404, 416, 500, 502, 503, 504);

    public OriginGroup {
        failoverCodes = Set.copyOf(failoverCodes);
        if (!POSSIBLE.containsAll(failoverCodes)) {
            throw new IllegalArgumentException("failover codes can be " + POSSIBLE + ", not " + failoverCodes);
        }
    }

    public static OriginGroup of(Origin only) {
        return new OriginGroup(only, Optional.empty(), Set.of());
    }

    public static OriginGroup of(Origin primary, Origin secondary, Integer... failoverCodes) {
        return new OriginGroup(primary, Optional.of(secondary), Set.of(failoverCodes));
    }
}
