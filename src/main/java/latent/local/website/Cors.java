package latent.local.website;

import java.util.List;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;
import latent.local.web.Request;

/**
 * A bucket's CORS rule. It speaks only to requests that carry an {@code Origin}, on every answer: objects, errors and redirects.
 *
 * @param origins full origins, or {@code *} for all
 * @param methods of requests that may read
 */
public record Cors(List<String> origins, List<String> methods) {
    public Cors {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
    }

    Reply on(Reply reply, Request request) {
        boolean allowed = methods.contains(request.method());
        boolean any = origins.contains("*");
        return request.header("Origin")
                .filter(origin -> allowed && (any || origins.contains(origin)))
                .map(origin -> {
                    HeaderFields headers = HeaderFields.of(reply.headers())
                            .set("Access-Control-Allow-Origin", any ? "*" : origin)
                            .set("Access-Control-Allow-Methods", String.join(", ", methods))
                            .set("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
                    if (!any) {
                        headers.set("Access-Control-Allow-Credentials", "true");
                    }
                    return reply.withHeaders(headers.build());
                })
                .orElse(reply);
    }
}
