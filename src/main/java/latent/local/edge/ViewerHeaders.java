package latent.local.edge;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import latent.local.web.HeaderFields;
import latent.local.web.Request;

/** The headers that a custom origin gets: those of the viewer that the policies name, and those that CloudFront adds. */
final class ViewerHeaders {
    private static final String VIA = "cloudfront.net (CloudFront)";

    /** Made here or by the client of the origin, whatever the policies say. */
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "content-length",
            "expect",
            "upgrade",
            "transfer-encoding",
            "range",
            "if-none-match",
            "if-modified-since",
            "if-match",
            "if-unmodified-since",
            "if-range",
            "user-agent",
            "via",
            "x-forwarded-for",
            "x-forwarded-proto",
            "x-real-ip",
            "cloudfront-viewer-address",
            "cookie");

    private ViewerHeaders() {}

    static Request toOrigin(Request viewer, CacheBehavior behavior, String edge) {
        HeaderFields headers =
                HeaderFields.of(viewer.headers(), name -> !OURS.contains(name) && behavior.forwardsHeader(name));
        if (behavior.forwardsCookies()) {
            headers.set("Cookie", viewer.header("Cookie"));
        }
        String address = viewer.visitor().getAddress().getHostAddress();
        headers.set("User-Agent", "Amazon CloudFront");
        headers.set(
                "Via",
                viewer.header("Via").map(passed -> passed + ", " + via(edge)).orElse(via(edge)));
        headers.set(
                "X-Forwarded-For",
                viewer.header("X-Forwarded-For")
                        .map(claimed -> claimed + ", " + address)
                        .orElse(address));
        if (behavior.originRequest().headers().takes("CloudFront-Viewer-Address")) {
            headers.set(
                    "CloudFront-Viewer-Address",
                    address + ":" + viewer.visitor().getPort());
        }
        return new Request(viewer.method(), target(viewer, behavior), headers.build(), viewer.visitor());
    }

    static String via(String edge) {
        return "1.1 " + edge.toLowerCase(Locale.ROOT) + "." + VIA;
    }

    /** How many distributions a request has come through already. */
    static int distributionsPassed(Request request) {
        return (int) Pattern.compile(Pattern.quote(VIA))
                .matcher(String.join(",", request.headers().allValues("Via")))
                .results()
                .count();
    }

    private static String target(Request viewer, CacheBehavior behavior) {
        String query = CacheKey.query(viewer, behavior::forwardsQuery);
        return query.isEmpty() ? viewer.rawPath() : viewer.rawPath() + "?" + query;
    }
}
