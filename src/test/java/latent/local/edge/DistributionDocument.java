package latent.local.edge;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an {@link EdgeSettings} from the answer of GetDistributionConfig, so that edges do what Terraform really created. */
public final class DistributionDocument {
    private final XmlElement distribution;
    private final DistributionReferences account;
    private final Map<String, Origin> origins;
    private final Map<String, OriginGroup> groups;

    private DistributionDocument(XmlElement distribution, DistributionReferences account) {
        this.distribution = distribution;
        this.account = account;
        this.origins = distribution.items("Origins").stream()
                .collect(Collectors.toMap(origin -> origin.requiredText("Id"), this::origin));
        this.groups = distribution.items("OriginGroups").stream()
                .collect(Collectors.toMap(group -> group.requiredText("Id"), this::group));
    }

    /**
     * Reads a distribution.
     *
     * @throws IllegalArgumentException when the document lacks what an edge needs, a cache policy for one
     */
    public static EdgeSettings read(String xml, DistributionReferences account) {
        return new DistributionDocument(XmlElement.parse(xml, "DistributionConfig"), account).settings();
    }

    private EdgeSettings settings() {
        Stream<CacheBehavior> others =
                distribution.items("CacheBehaviors").stream().map(this::behavior);
        Stream<CacheBehavior> last = distribution.child("DefaultCacheBehavior").map(this::behavior).stream();
        List<CacheBehavior> behaviors = Stream.concat(others, last).toList();
        Map<Integer, Duration> errors = new HashMap<>();
        for (XmlElement error : distribution.items("CustomErrorResponses")) {
            error.text("ErrorCachingMinTTL")
                    .ifPresent(ttl -> errors.put(Integer.parseInt(error.requiredText("ErrorCode")), seconds(ttl)));
        }
        return new EdgeSettings(behaviors, errors, false);
    }

    private Origin origin(XmlElement origin) {
        Map<String, String> headers = origin.items("CustomHeaders").stream()
                .collect(Collectors.toMap(h -> h.requiredText("HeaderName"), h -> h.requiredText("HeaderValue")));
        URI base = account.whereIs(origin.requiredText("DomainName"));
        boolean shielded =
                origin.text("OriginShield", "Enabled").filter("true"::equals).isPresent();
        return new Origin(URI.create(base + origin.text("OriginPath").orElse("")), headers, shielded);
    }

    private OriginGroup group(XmlElement group) {
        List<XmlElement> members = group.items("Members");
        return new OriginGroup(
                known(members.get(0).requiredText("OriginId")),
                Optional.of(known(members.get(1).requiredText("OriginId"))),
                group.items("FailoverCriteria", "StatusCodes").stream()
                        .map(code -> Integer.valueOf(code.content()))
                        .collect(Collectors.toSet()));
    }

    private Origin known(String id) {
        return Optional.ofNullable(origins.get(id)).orElseThrow(() -> new IllegalArgumentException("no origin " + id));
    }

    private CacheBehavior behavior(XmlElement behavior) {
        String target = behavior.requiredText("TargetOriginId");
        OriginGroup group = groups.containsKey(target) ? groups.get(target) : OriginGroup.of(known(target));
        return new CacheBehavior(
                behavior.text("PathPattern").map(PathPattern::new).orElse(PathPattern.DEFAULT),
                group,
                PolicyDocuments.cachePolicy(account.cachePolicy(behavior.requiredText("CachePolicyId"))),
                behavior.text("OriginRequestPolicyId")
                        .map(id -> PolicyDocuments.originRequestPolicy(account.originRequestPolicy(id)))
                        .orElseGet(OriginRequestPolicy::nothing),
                function(behavior),
                behavior.text("ResponseHeadersPolicyId")
                        .map(id -> PolicyDocuments.responseHeaders(account.responseHeadersPolicy(id)))
                        .orElseGet(Map::of));
    }

    private ViewerRequestFunction function(XmlElement behavior) {
        return behavior.items("FunctionAssociations").stream()
                .filter(association -> association.requiredText("EventType").equals("viewer-request"))
                .map(association -> account.viewerRequestFunction(association.requiredText("FunctionARN")))
                .findFirst()
                .orElseGet(ViewerRequestFunction::none);
    }

    static Duration seconds(String ttl) {
        return Duration.ofSeconds(Long.parseLong(ttl));
    }
}
