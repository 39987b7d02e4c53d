package latent.local.edge;

import java.util.Optional;
import latent.local.web.Request;

/**
 * A request on its way to the origin.
 *
 * @param request what the origin is to see, apart from what each origin adds
 * @param etag    of a copy that the asker has, if the origin is to say whether it still holds
 */
public record Fetch(CacheKey key, CacheBehavior behavior, Request request, Optional<String> etag) {
    Fetch onlyIfNot(Optional<String> etagAtHand) {
        return new Fetch(key, behavior, request, etagAtHand);
    }
}
