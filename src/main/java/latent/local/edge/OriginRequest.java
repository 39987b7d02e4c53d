package latent.local.edge;

import java.util.Optional;
import latent.local.web.Request;

/**
 * A request on its way to the origin.
 *
 * @param request what is sent to the origin, without each origin's custom headers
 * @param etag    of a copy that the asker has, if the origin is to say whether it still holds
 */
public record OriginRequest(CacheKey key, CacheBehavior behavior, Request request, Optional<String> etag) {
    OriginRequest onlyIfNot(Optional<String> etagAtHand) {
        return new OriginRequest(key, behavior, request, etagAtHand);
    }
}
