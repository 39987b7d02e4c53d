package latent.local.topology;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import latent.kit.RealProcessor;
import latent.local.AnonymousAccess;
import latent.local.RawHttp;
import latent.local.edge.CacheBehavior;
import latent.local.edge.CacheLayer;
import latent.local.edge.CachePolicy;
import latent.local.edge.DistributionDocument;
import latent.local.edge.DistributionReferences;
import latent.local.edge.EdgeSettings;
import latent.local.edge.OriginShield;
import latent.local.edge.Upstream;
import latent.local.edge.ViewerRequestFunction;
import latent.local.topology.AppliedConfiguration.Region;
import latent.local.website.ConfigurationDocument;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * An applied example at work: its buckets, its website's rules and its distributions as they were read back, before the real processor in the
 * environment of its task. Two edges in each of two places; with two Regions each place has its own nearest.
 */
final class AppliedTopology extends EmulatedTopology {
    static final String ORIGINAL = "widgets/myimage.jpg";
    private static final Map<String, Integer> ONE_REGION = Map.of("ARN1", 0, "ARN2", 0, "CDG1", 0, "CDG2", 0);
    private static final Map<String, Integer> TWO_REGIONS = Map.of("ARN1", 0, "ARN2", 0, "IAD1", 1, "IAD2", 1);

    private final AppliedConfiguration applied;
    private final URI processor;
    private final List<DistributionReferences> accounts = new ArrayList<>();
    private final List<FunctionInNode> functions = new ArrayList<>();

    /** As it was applied. */
    static AppliedTopology of(AppliedConfiguration applied) throws IOException {
        return of(applied, settings -> settings);
    }

    /** With a changed images distribution, to show what the applied one prevents. */
    static AppliedTopology of(AppliedConfiguration applied, UnaryOperator<EdgeSettings> images) throws IOException {
        Cloud cloud = cloud(applied);
        List<Processor> processors = new ArrayList<>();
        for (Region region : applied.regions()) {
            cloud.put(region.originalsBucket(), ORIGINAL, RealProcessor.original());
            processors.add(
                    RealProcessor.start(applied.environment(region), cloud.s3().url()));
        }
        return new AppliedTopology(applied, cloud, processors, images);
    }

    /** The same with a processor that stores and redirects back, which ours cannot be made to do. */
    static AppliedTopology redirectingBack(AppliedConfiguration applied, int code, UnaryOperator<EdgeSettings> images)
            throws IOException {
        Cloud cloud = cloud(applied);
        Region only = applied.regions().getFirst();
        Processor processor = new RedirectingProcessor(cloud, only.renditionsBucket(), code, only.host("images"));
        return new AppliedTopology(applied, cloud, List.of(processor), images);
    }

    /** As with CloudFront's own cache policy. */
    static EdgeSettings withDefaultTtl(EdgeSettings applied) {
        return with(CachePolicy.cachingOptimized(), applied);
    }

    private static EdgeSettings with(CachePolicy policy, EdgeSettings applied) {
        List<CacheBehavior> behaviors = applied.behaviors().stream()
                .map(behavior -> behavior.with(policy))
                .toList();
        return new EdgeSettings(behaviors, applied.errorCachingMinTtl(), applied.keepsBare307());
    }

    private static Cloud cloud(AppliedConfiguration applied) throws IOException {
        Cloud cloud = Cloud.start(applied.regions().getFirst().renditionsBucket());
        for (Region region : applied.regions()) {
            cloud.s3().createBucket(region.originalsBucket(), AnonymousAccess.NONE);
            BucketPolicy policy = applied.policy(region);
            cloud.s3().createBucket(region.renditionsBucket(), policy.access());
            if (region.websiteEndpoint().isPresent()) {
                cloud.website()
                        .putBucketWebsite(
                                region.renditionsBucket(),
                                ConfigurationDocument.read(applied.website(region)),
                                policy.referer());
            }
        }
        return cloud;
    }

    private AppliedTopology(
            AppliedConfiguration applied, Cloud cloud, List<Processor> processors, UnaryOperator<EdgeSettings> images) {
        super(cloud, List.copyOf(regionsByEdge(applied).keySet()), processors);
        this.applied = applied;
        this.processor = processors.getFirst().url();
        for (int i = 0; i < processors.size(); i++) {
            accounts.add(account(applied.regions().get(i), processors.get(i).url()));
        }
        distribution("CF1", imagesHost(), applied.imagesDistribution(), images);
        applied.processDistribution().ifPresent(id -> distribution("CF2", processHost(), id, settings -> settings));
    }

    private static Map<String, Integer> regionsByEdge(AppliedConfiguration applied) {
        return applied.regions().size() == 1 ? ONE_REGION : TWO_REGIONS;
    }

    private void distribution(String name, String host, String id, UnaryOperator<EdgeSettings> change) {
        List<EdgeSettings> settings = accounts.stream()
                .map(account -> change.apply(DistributionDocument.read(applied.distribution(id), account)))
                .toList();
        Upstream counted = counted();
        Upstream next = new OriginShield(new CacheLayer(settings.getFirst(), counted, clock), counted);
        Map<String, Integer> regions = regionsByEdge(applied);
        distribution(name, host, edge -> settings.get(regions.getOrDefault(edge, 0)), next);
    }

    /** As the article had it: no second distribution, each redirect leads to the processor itself. */
    AppliedTopology withoutProcessDistribution() {
        String process = applied.distribution(applied.processDistribution().orElseThrow());
        EdgeSettings settings = DistributionDocument.read(process, accounts.getFirst());
        withoutEdges(processHost(), with(CachePolicy.cachingDisabled(), settings));
        return this;
    }

    private DistributionReferences account(Region region, URI processor) {
        Map<String, URI> places = new HashMap<>();
        URI bucket = URI.create(cloud.s3().url() + "/" + region.renditionsBucket());
        places.put(region.host("origin"), processor);
        region.websiteEndpoint()
                .ifPresent(domain -> places.put(domain, cloud.website().url()));
        region.renditionsDomainName().ifPresent(domain -> places.put(domain, bucket));
        // An access point leads to the nearest of its buckets.
        applied.accessPoint().ifPresent(domain -> places.put(domain, bucket));
        return new AppliedAccount(applied, places, this::function);
    }

    private ViewerRequestFunction function(String code) {
        FunctionInNode function = FunctionInNode.of(code);
        functions.add(function);
        return function;
    }

    /** The documents that a distribution refers to, and where its origins are here. */
    private record AppliedAccount(
            AppliedConfiguration applied, Map<String, URI> places, Function<String, ViewerRequestFunction> functions)
            implements DistributionReferences {
        @Override
        public String cachePolicy(String id) {
            return applied.cachePolicy(id);
        }

        @Override
        public String originRequestPolicy(String id) {
            return applied.originRequestPolicy(id);
        }

        @Override
        public String responseHeadersPolicy(String id) {
            return applied.responseHeadersPolicy(id);
        }

        @Override
        public ViewerRequestFunction viewerRequestFunction(String arn) {
            return functions.apply(applied.functionCode(arn));
        }

        @Override
        public URI whereIs(String domainName) {
            URI place = places.get(domainName);
            if (place == null) {
                throw new IllegalArgumentException("an origin that is none of ours: " + domainName);
            }
            return place;
        }
    }

    private String imagesHost() {
        return applied.regions().getFirst().host("images");
    }

    private String processHost() {
        return applied.regions().getFirst().host("process");
    }

    /** What the processor answers to somebody who knows the secret of the origin, and goes round the edge. */
    RawHttp.Answer askedPastTheEdge(String key) throws IOException {
        String secrets =
                applied.environment(applied.regions().getFirst()).getOrDefault("LATENT_HTTP_ORIGIN_SECRETS", "");
        return RawHttp.to(processor).get("/" + key, "X-Origin-Verify: " + secrets.split(",", -1)[0]);
    }

    /** The URL that pages use. */
    String image(String key) {
        return "https://" + imagesHost() + "/" + key;
    }

    /** S3's copying between the Regions, which takes a while there: here it happens when told to. */
    void replicate() {
        for (Region from : applied.regions()) {
            for (Region to : applied.regions()) {
                for (String key : stored(from)) {
                    if (!stored(to).contains(key)) {
                        cloud.sdk()
                                .client()
                                .copyObject(copy -> copy.sourceBucket(from.renditionsBucket())
                                        .sourceKey(key)
                                        .destinationBucket(to.renditionsBucket())
                                        .destinationKey(key));
                    }
                }
            }
        }
    }

    /** The renditions that one Region has. */
    List<String> stored(Region region) {
        return cloud.sdk().client().listObjectsV2(list -> list.bucket(region.renditionsBucket())).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void close() {
        super.close();
        functions.forEach(FunctionInNode::close);
    }
}
