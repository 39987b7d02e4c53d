package latent.local.edge;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import latent.local.edge.FetchedResponse.Outcome;
import latent.local.edge.ViewerRequestFunction.Result;
import latent.local.web.Body;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;
import latent.local.web.Request;

/** One edge location of a distribution. Thread-safe. */
public final class Edge {
    private static final int MAX_TARGET_BYTES = 8192;
    private static final int MAX_DISTRIBUTIONS_IN_A_CHAIN = 2;

    private final String name;
    private final EdgeSettings settings;
    private final Upstream cache;

    /**
     * An edge over a cache of its own.
     *
     * @param name  of the edge location, as {@code X-Amz-Cf-Pop} tells it
     * @param cache the edge's {@link CacheLayer}, whose next is Origin Shield's layer or the {@link Origins}
     */
    public Edge(String name, EdgeSettings settings, Upstream cache) {
        this.name = name;
        this.settings = settings;
        this.cache = cache;
    }

    /** Answers a viewer. */
    public Reply answer(Request request) {
        if (request.target().length() > MAX_TARGET_BYTES) {
            return generated(413);
        }
        if (ViewerHeaders.distributionsPassed(request) >= MAX_DISTRIBUTIONS_IN_A_CHAIN) {
            return generated(403);
        }
        CacheBehavior behavior = settings.behavior(request.rawPath());
        Reply reply = switch (behavior.function().apply(request)) {
            case Result.Answer answer -> generated(answer.reply());
            case Result.Forward forward -> serve(forward.request(), behavior);
        };
        return reply.withHeaders(signed(reply, behavior.responseHeaders()));
    }

    private Reply serve(Request request, CacheBehavior behavior) {
        if (!request.reads()) {
            return generated(403);
        }
        CacheKey key = CacheKey.of(request, behavior.cache());
        Request forOrigin = ViewerHeaders.toOrigin(request, behavior, name);
        FetchedResponse fetched = cache.fetch(new OriginRequest(key, behavior, forOrigin, Optional.empty()));
        Reply reply = ViewerConditions.apply(request, fetched);
        return reply.withHeaders(HeaderFields.of(reply.headers())
                .remove("Content-Length")
                .remove("Date")
                .remove("Vary")
                .set("Vary", Vary.told(fetched.headers(), behavior))
                .set("X-Cache", outcome(fetched))
                .build());
    }

    private HttpHeaders signed(Reply reply, Map<String, String> responseHeaders) {
        HeaderFields headers = HeaderFields.of(reply.headers())
                .set("Via", ViewerHeaders.via(name))
                .set("X-Amz-Cf-Pop", name);
        responseHeaders.forEach(headers::set);
        return headers.build();
    }

    private static Reply generated(Reply reply) {
        return reply.withHeaders(HeaderFields.of(reply.headers())
                .set("X-Cache", "FunctionGeneratedResponse from cloudfront")
                .build());
    }

    private static Reply generated(int status) {
        return new Reply(
                status,
                HeaderFields.none().set("X-Cache", "Error from cloudfront").build(),
                Body.empty());
    }

    private static String outcome(FetchedResponse fetched) {
        if (fetched.status() >= 400) {
            return "Error from cloudfront";
        }
        Outcome outcome = fetched.outcome();
        return switch (outcome) {
            case HIT -> "Hit from cloudfront";
            case REFRESH_HIT -> "RefreshHit from cloudfront";
            case MISS -> "Miss from cloudfront";
        };
    }
}
