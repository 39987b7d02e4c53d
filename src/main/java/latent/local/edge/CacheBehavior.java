package latent.local.edge;

import java.util.Map;

/**
 * What a distribution does with the paths of one pattern.
 *
 * @param function        sees the request first
 * @param responseHeaders set on every answer to a viewer, by the response headers policy
 */
public record CacheBehavior(
        PathPattern pattern,
        OriginGroup origins,
        CachePolicy cache,
        OriginRequestPolicy originRequest,
        ViewerRequestFunction function,
        Map<String, String> responseHeaders) {
    public CacheBehavior {
        responseHeaders = Map.copyOf(responseHeaders);
    }

    /** The default behaviour, which forwards nothing but the path. */
    public static CacheBehavior of(OriginGroup origins, CachePolicy cache) {
        return new CacheBehavior(
                PathPattern.DEFAULT,
                origins,
                cache,
                OriginRequestPolicy.nothing(),
                ViewerRequestFunction.none(),
                Map.of());
    }

    public CacheBehavior on(PathPattern other) {
        return new CacheBehavior(other, origins, cache, originRequest, function, responseHeaders);
    }

    public CacheBehavior with(CachePolicy policy) {
        return new CacheBehavior(pattern, origins, policy, originRequest, function, responseHeaders);
    }

    public CacheBehavior with(OriginRequestPolicy policy) {
        return new CacheBehavior(pattern, origins, cache, policy, function, responseHeaders);
    }

    public CacheBehavior with(ViewerRequestFunction other) {
        return new CacheBehavior(pattern, origins, cache, originRequest, other, responseHeaders);
    }

    /** True when the viewer's header goes to the origin. */
    boolean forwardsHeader(String name) {
        return cache.headers().takes(name) || originRequest.headers().takes(name);
    }

    boolean forwardsQuery(String parameter) {
        return cache.queries().takes(parameter) || originRequest.queries().takes(parameter);
    }

    boolean forwardsCookies() {
        return cache.cookies() || originRequest.cookies();
    }
}
