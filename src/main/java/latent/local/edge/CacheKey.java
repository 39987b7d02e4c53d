package latent.local.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import latent.local.web.Request;

/**
 * The key of an answer in an edge's cache.
 *
 * @param distinctions the headers, query parameters and cookies that the cache policy takes
 */
public record CacheKey(String method, String rawPath, List<String> distinctions) {
    public CacheKey {
        distinctions = List.copyOf(distinctions);
    }

    static CacheKey of(Request request, CachePolicy policy) {
        List<String> distinctions = new ArrayList<>();
        request.headers().map().forEach((name, values) -> {
            if (policy.headers().takes(name) || (policy.cookies() && name.equalsIgnoreCase("Cookie"))) {
                distinctions.add(name.toLowerCase(Locale.ROOT) + ": " + String.join(",", values));
            }
        });
        distinctions.add("?" + query(request, policy.queries()::takes));
        return new CacheKey(request.method(), request.rawPath(), distinctions);
    }

    /** The query as it is, less the parameters that are not selected. */
    static String query(Request request, Predicate<String> selected) {
        return Arrays.stream(request.rawQuery().orElse("").split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> selected.test(parameter.replaceFirst("=.*", "")))
                .collect(Collectors.joining("&"));
    }

    /** The key of the GET whose answer serves this HEAD as well. */
    CacheKey asGet() {
        return new CacheKey("GET", rawPath, distinctions);
    }
}
