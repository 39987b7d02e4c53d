package latent.local.topology;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import latent.RealProcessor;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;
import latent.local.TestFolder;
import latent.local.TestS3;
import latent.local.TurnedClock;
import latent.local.edge.CacheBehavior;
import latent.local.edge.CacheLayer;
import latent.local.edge.CachePolicy;
import latent.local.edge.Edge;
import latent.local.edge.EdgeSettings;
import latent.local.edge.Origin;
import latent.local.edge.OriginGroup;
import latent.local.edge.Origins;
import latent.local.edge.Upstream;
import latent.local.topology.Browser.Place;
import latent.local.website.Protocol;
import latent.local.website.RoutingRules;
import latent.local.website.WebsiteConfiguration.Pages;
import latent.local.website.WebsiteFront;
import software.amazon.awssdk.core.sync.RequestBody;

/** S3, its website and a processor, and the distributions that a test puts before them: two edges in each of two regions. */
final class Topology implements AutoCloseable {
    static final String IMAGES = "images.example";
    static final String PROCESS = "process.example";
    private static final String BUCKET = "images";
    private static final String ORIGINALS = "originals";
    private static final List<String> EDGES = List.of("ARN1", "ARN2", "CDG1", "CDG2");

    final TurnedClock clock = new TurnedClock();
    final Processor processor;
    final AtomicInteger askedOfS3 = new AtomicInteger();
    private final TestFolder folder;
    private final LocalS3 s3;
    private final TestS3 sdk;
    private final WebsiteFront website;
    private final Origins origins = new Origins(Duration.ofSeconds(10));
    private final Map<String, Map<String, Place>> hostsByEdge = new HashMap<>();

    /** The real processor, with one original; a miss is redirected to it by this code. */
    static Topology of(int redirectCode) throws IOException {
        Topology topology = new Topology(redirectCode, (s3, sdk) -> RealProcessor.start(s3.url()));
        topology.sdk
                .client()
                .putObject(
                        put -> put.bucket(ORIGINALS).key("widgets/myimage.jpg"),
                        RequestBody.fromBytes(RealProcessor.original()));
        return topology;
    }

    /** The set-up of the loops: the processor redirects back to the images host. */
    static Topology redirectingBack(int redirectCode, int backCode) throws IOException {
        return new Topology(redirectCode, (s3, sdk) -> new RedirectingProcessor(sdk, BUCKET, backCode));
    }

    private Topology(int redirectCode, BiFunction<LocalS3, TestS3, Processor> processorOver) throws IOException {
        folder = TestFolder.make();
        s3 = LocalS3.start(new LocalS3.Settings(folder.path(), 0, TestS3.ACCESS_KEY, TestS3.SECRET_KEY));
        s3.createBucket(ORIGINALS, AnonymousAccess.NONE);
        s3.createBucket(BUCKET, AnonymousAccess.GET_AND_LIST);
        sdk = new TestS3(s3.url());
        website = WebsiteFront.start(
                new WebsiteFront.Settings(0, s3.url(), BUCKET, false), new Random(1), Clock.systemUTC());
        website.putBucketWebsite(
                BUCKET, Pages.of(List.of(new RoutingRules(Protocol.HTTPS, PROCESS, redirectCode, "").missing())));
        processor = processorOver.apply(s3, sdk);
        EDGES.forEach(edge -> hostsByEdge.put(edge, new HashMap<>()));
    }

    /** The images host: a distribution before the website. */
    Topology images(CachePolicy policy, boolean keepsBare307) {
        EdgeSettings settings = EdgeSettings.of(CacheBehavior.of(website(), policy));
        return distribution("CF1", IMAGES, keepsBare307 ? settings.keepingBare307() : settings, counted());
    }

    Topology images(CachePolicy policy) {
        return images(policy, false);
    }

    /** The processor's host: a distribution before the processor, with Origin Shield or without. */
    Topology process(CachePolicy policy, boolean shielded) {
        EdgeSettings settings = EdgeSettings.of(CacheBehavior.of(processorAsOrigin(), policy));
        Upstream top = shielded ? new CacheLayer(settings, origins, clock) : origins;
        return distribution("CF2", PROCESS, settings, top);
    }

    /** The processor's host without a distribution: each visit reaches it. */
    Topology processWithoutEdges() {
        EdgeSettings settings = EdgeSettings.of(CacheBehavior.of(processorAsOrigin(), CachePolicy.cachingDisabled()));
        Edge pass = new Edge("none", settings, origins);
        hostsByEdge
                .values()
                .forEach(hosts -> hosts.put(PROCESS, new Place("processor", request -> {
                    var reply = pass.answer(request);
                    return reply.withHeaders(latent.local.web.HeaderFields.of(reply.headers())
                            .remove("X-Cache")
                            .build());
                })));
        return this;
    }

    /** The images host over the private bucket, and the processor where the bucket says 403 or 404: no redirect. */
    Topology failover(CachePolicy policy) {
        Origin bucket = Origin.at(URI.create(s3.url() + "/" + BUCKET));
        EdgeSettings settings =
                EdgeSettings.of(CacheBehavior.of(OriginGroup.of(bucket, Origin.at(processor.url()), 403, 404), policy));
        return distribution("CF1", IMAGES, settings, counted());
    }

    private Topology distribution(String name, String host, EdgeSettings settings, Upstream next) {
        hostsByEdge.forEach((edge, hosts) -> {
            Edge at = new Edge(edge, settings, new CacheLayer(settings, next, clock));
            hosts.put(host, new Place(name + "@" + edge, at::answer));
        });
        return this;
    }

    private Upstream counted() {
        return fetch -> {
            askedOfS3.incrementAndGet();
            return origins.fetch(fetch);
        };
    }

    private OriginGroup website() {
        return OriginGroup.of(Origin.at(website.url()));
    }

    private OriginGroup processorAsOrigin() {
        return OriginGroup.of(Origin.at(processor.url()));
    }

    /** A new visitor near an edge. */
    Browser at(String edge) {
        Map<String, Place> hosts = hostsByEdge.get(edge);
        if (hosts == null) {
            throw new IllegalArgumentException("no edge " + edge);
        }
        return new Browser(hosts);
    }

    static String image(String key) {
        return "https://" + IMAGES + "/" + key;
    }

    @Override
    public void close() {
        origins.close();
        processor.close();
        website.close();
        sdk.close();
        s3.close();
        folder.close();
    }
}
