package latent.local.edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the policies that behaviours refer to. */
final class PolicyDocuments {
    private PolicyDocuments() {}

    static CachePolicy cachePolicy(String xml) {
        XmlElement policy = policy(xml, "CachePolicy");
        XmlElement parameters =
                policy.child("ParametersInCacheKeyAndForwardedToOrigin").orElse(policy);
        return new CachePolicy(
                DistributionDocument.seconds(policy.requiredText("MinTTL")),
                DistributionDocument.seconds(policy.requiredText("DefaultTTL")),
                DistributionDocument.seconds(policy.requiredText("MaxTTL")),
                selection(parameters, "Headers", "Header"),
                selection(parameters, "QueryStrings", "QueryString"),
                cookies(parameters));
    }

    static OriginRequestPolicy originRequestPolicy(String xml) {
        XmlElement policy = policy(xml, "OriginRequestPolicy");
        return new OriginRequestPolicy(
                selection(policy, "Headers", "Header"),
                selection(policy, "QueryStrings", "QueryString"),
                cookies(policy));
    }

    /** What is set on every answer. CORS as this product has it, for all origins; CloudFront's frame, referrer and XSS headers are left out. */
    static Map<String, String> responseHeaders(String xml) {
        XmlElement policy = policy(xml, "ResponseHeadersPolicy");
        Map<String, String> headers = new HashMap<>();
        List<XmlElement> origins = policy.items("CorsConfig", "AccessControlAllowOrigins");
        if (origins.stream().anyMatch(origin -> origin.content().equals("*"))) {
            headers.put("Access-Control-Allow-Origin", "*");
        }
        for (XmlElement header : policy.items("CustomHeadersConfig")) {
            headers.put(header.requiredText("Header"), header.requiredText("Value"));
        }
        List<String> exposed = policy.items("CorsConfig", "AccessControlExposeHeaders").stream()
                .map(XmlElement::content)
                .toList();
        if (!exposed.isEmpty()) {
            headers.put("Access-Control-Expose-Headers", String.join(", ", exposed));
        }
        policy.child("SecurityHeadersConfig").ifPresent(security -> headers.putAll(securityHeaders(security)));
        return headers;
    }

    private static Map<String, String> securityHeaders(XmlElement security) {
        Map<String, String> headers = new HashMap<>();
        security.child("ContentTypeOptions").ifPresent(options -> headers.put("X-Content-Type-Options", "nosniff"));
        security.text("StrictTransportSecurity", "AccessControlMaxAgeSec")
                .ifPresent(seconds -> headers.put("Strict-Transport-Security", "max-age=" + seconds));
        security.text("ContentSecurityPolicy", "ContentSecurityPolicy")
                .ifPresent(policy -> headers.put("Content-Security-Policy", policy));
        return headers;
    }

    private static XmlElement policy(String xml, String name) {
        return XmlElement.parse(xml, name)
                .child(name + "Config")
                .orElseThrow(() -> new IllegalArgumentException("no " + name + "Config"));
    }

    private static boolean cookies(XmlElement policy) {
        return policy.text("CookiesConfig", "CookieBehavior")
                .filter(behavior -> !behavior.equals("none"))
                .isPresent();
    }

    /** {@code <HeadersConfig><HeaderBehavior>…</HeaderBehavior><Headers>…</Headers></HeadersConfig>}, and the same of query strings. */
    private static Selection selection(XmlElement policy, String plural, String singular) {
        Set<String> names = policy.items(plural + "Config", plural).stream()
                .map(XmlElement::content)
                .collect(Collectors.toSet());
        String behavior = policy.text(plural + "Config", singular + "Behavior").orElse("none");
        return switch (behavior) {
            case "none" -> Selection.none();
            case "whitelist" -> new Selection.Only(names);
            case "all", "allViewer", "allViewerAndWhitelistCloudFront" -> Selection.all();
            case "allExcept" -> new Selection.AllExcept(names);
            default -> throw new IllegalArgumentException("no such behaviour of " + plural + ": " + behavior);
        };
    }
}
