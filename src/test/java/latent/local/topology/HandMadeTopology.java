package latent.local.topology;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import latent.kit.RealProcessor;
import latent.local.AnonymousAccess;
import latent.local.edge.CacheBehavior;
import latent.local.edge.CacheLayer;
import latent.local.edge.CachePolicy;
import latent.local.edge.EdgeSettings;
import latent.local.edge.Origin;
import latent.local.edge.OriginGroup;
import latent.local.edge.Upstream;
import latent.local.website.Protocol;
import latent.local.website.RoutingRules;
import latent.local.website.WebsiteConfiguration.Pages;

/** Distributions that a test puts together itself, the naive ones too: two edges in each of two regions. */
final class HandMadeTopology extends EmulatedTopology {
    static final String IMAGES = "images.example";
    static final String PROCESS = "process.example";
    private static final String BUCKET = "images";
    private static final String ORIGINALS = "originals";

    private final URI processor;

    /** The real processor, with one original; a miss is redirected to it by this code. */
    static HandMadeTopology of(int redirectCode) throws IOException {
        HandMadeTopology topology =
                over(redirectCode, cloud -> RealProcessor.start(cloud.s3().url()));
        topology.cloud.put(ORIGINALS, "widgets/myimage.jpg", RealProcessor.original());
        return topology;
    }

    /** The set-up of the loops: the processor redirects back to the images host. */
    static HandMadeTopology redirectingBack(int redirectCode, int backCode) throws IOException {
        return over(redirectCode, cloud -> new RedirectingProcessor(cloud, BUCKET, backCode, IMAGES));
    }

    private static HandMadeTopology over(int redirectCode, Function<Cloud, Processor> processorOver)
            throws IOException {
        Cloud cloud = Cloud.start(BUCKET);
        cloud.s3().createBucket(ORIGINALS, AnonymousAccess.NONE);
        cloud.s3().createBucket(BUCKET, AnonymousAccess.GET_AND_LIST);
        cloud.website()
                .putBucketWebsite(
                        BUCKET,
                        Pages.of(List.of(new RoutingRules(Protocol.HTTPS, PROCESS, redirectCode, "").missing())));
        return new HandMadeTopology(cloud, processorOver.apply(cloud));
    }

    private HandMadeTopology(Cloud cloud, Processor processor) {
        super(cloud, List.of("ARN1", "ARN2", "CDG1", "CDG2"), List.of(processor));
        this.processor = processor.url();
    }

    /** The images host: a distribution before the website. */
    HandMadeTopology images(CachePolicy policy, boolean keepsBare307) {
        Origin website = Origin.at(cloud.website().url());
        EdgeSettings settings = EdgeSettings.of(CacheBehavior.of(OriginGroup.of(website), policy));
        return distribution("CF1", IMAGES, keepsBare307 ? settings.keepingBare307() : settings, counted());
    }

    HandMadeTopology images(CachePolicy policy) {
        return images(policy, false);
    }

    /** The processor's host: a distribution before the processor, with Origin Shield or without. */
    HandMadeTopology process(CachePolicy policy, boolean shielded) {
        EdgeSettings settings = EdgeSettings.of(CacheBehavior.of(processorAsOrigin(), policy));
        Upstream top = shielded ? new CacheLayer(settings, origins, clock) : origins;
        return distribution("CF2", PROCESS, settings, top);
    }

    /** The processor's host without a distribution: each visit reaches it. */
    HandMadeTopology processWithoutEdges() {
        EdgeSettings settings = EdgeSettings.of(CacheBehavior.of(processorAsOrigin(), CachePolicy.cachingDisabled()));
        withoutEdges(PROCESS, settings);
        return this;
    }

    /** The images host over the private bucket, and the processor where the bucket says 403 or 404: no redirect. */
    HandMadeTopology failover(CachePolicy policy) {
        Origin bucket = Origin.at(URI.create(cloud.s3().url() + "/" + BUCKET));
        EdgeSettings settings =
                EdgeSettings.of(CacheBehavior.of(OriginGroup.of(bucket, Origin.at(processor), 403, 404), policy));
        return distribution("CF1", IMAGES, settings, counted());
    }

    private HandMadeTopology distribution(String name, String host, EdgeSettings settings, Upstream next) {
        distribution(name, host, edge -> settings, next);
        return this;
    }

    private OriginGroup processorAsOrigin() {
        return OriginGroup.of(Origin.at(processor));
    }

    static String image(String key) {
        return "https://" + IMAGES + "/" + key;
    }
}
