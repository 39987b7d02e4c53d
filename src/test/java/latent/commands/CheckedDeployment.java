package latent.commands;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import latent.check.DeployedTopology;
import latent.check.Deployment;
import latent.check.HttpAnswer;
import latent.check.HttpFetcher;
import latent.check.JdkHttpFetcher;
import latent.check.SampleRendition;
import latent.image.ImageFormat;
import latent.key.Signing;
import latent.kit.Stack;
import latent.local.AnonymousAccess;
import latent.local.edge.CacheBehavior;
import latent.local.edge.CacheLayer;
import latent.local.edge.CachePolicy;
import latent.local.edge.Edge;
import latent.local.edge.EdgeSettings;
import latent.local.edge.FetchedResponse;
import latent.local.edge.Origin;
import latent.local.edge.OriginGroup;
import latent.local.edge.OriginRequestPolicy;
import latent.local.edge.Origins;
import latent.local.edge.PathPattern;
import latent.local.edge.Upstream;
import latent.local.edge.ViewerRequestFunction;
import latent.local.web.HeaderFields;
import latent.local.web.Reply;
import latent.local.web.Request;
import latent.local.website.Protocol;
import latent.local.website.RefererPolicy;
import latent.local.website.RoutingRules;
import latent.local.website.WebsiteConfiguration.Pages;
import latent.store.http.HttpSources;
import org.jspecify.annotations.NullMarked;

/**
 * A deployment under the names it would have on AWS: real S3, website front, edges and processor, and a small internet that knows where the
 * names are. The fields are what Terraform configures, right until a test plants a mistake; then {@link #open} puts it up.
 */
@NullMarked
final class CheckedDeployment implements AutoCloseable, HttpFetcher {
    static final String IMAGES = "images.example";
    static final String PROCESS = "process.example";
    private static final String REFERER = "only-our-cdn";
    private static final String SECRET = "only-our-edges";
    private static final Map<Integer, Duration> FAULTS_NOT_KEPT =
            Map.of(500, Duration.ZERO, 502, Duration.ZERO, 503, Duration.ZERO, 504, Duration.ZERO);

    DeployedTopology topology = DeployedTopology.REDIRECT;
    int redirectCode = 302;
    Protocol redirectProtocol = Protocol.HTTPS;
    String redirectHost = PROCESS;
    CachePolicy imagesPolicy = CachePolicy.asTheOriginSays();
    AnonymousAccess renditionsAccess = AnonymousAccess.GET_AND_LIST;
    AnonymousAccess originalsAccess = AnonymousAccess.NONE;
    RefererPolicy referer = RefererPolicy.of(REFERER);
    boolean renditionsListedToAll;
    boolean websiteIsOrigin = true;
    Set<Integer> failoverCodes = Set.of(403, 404);
    Map<Integer, Duration> processErrorTtl = FAULTS_NOT_KEPT;
    Map<String, String> responseHeaders =
            Map.of("Access-Control-Allow-Origin", "*", "X-Content-Type-Options", "nosniff");
    ViewerRequestFunction imagesFunction = ViewerRequestFunction.none();
    List<ImageFormat> formats = List.of();
    UnaryOperator<FetchedResponse> fromBucket = UnaryOperator.identity();
    UnaryOperator<Upstream> processor = UnaryOperator.identity();
    boolean originAsksForTheSecret = true;
    boolean upgradesHttp = true;

    /** How long the check waits for a write-back; tests in which none comes set less. */
    Duration patience = Duration.ofMinutes(2);

    private final Stack stack;
    private final Origins origins = new Origins(Duration.ofSeconds(20));
    private final JdkHttpFetcher http = new JdkHttpFetcher();
    private final Map<String, Function<Request, Reply>> edges = new HashMap<>();
    private final Map<String, URI> servers = new HashMap<>();

    CheckedDeployment(Stack stack) {
        this.stack = stack;
    }

    /** The stack on which one deployment after the other is put up. */
    static Stack under(Path data, Map<String, String> further) throws IOException {
        Map<String, String> settings = new HashMap<>(further);
        settings.putAll(Map.of("http.origin-secrets", SECRET, "render.engine", "imgscalr"));
        Stack stack = Stack.start(data, settings);
        stack.putOriginal("widgets/myimage.jpg", Stack.jpeg(1200, 900));
        return stack;
    }

    /** Puts everything up as it is configured now. */
    CheckedDeployment open() {
        stack.cloud.s3().createBucket("originals", originalsAccess);
        stack.cloud.s3().createBucket("renditions", renditionsAccess);
        RoutingRules rules = new RoutingRules(redirectProtocol, redirectHost, redirectCode, "");
        stack.cloud.website().putBucketWebsite("renditions", Pages.of(List.of(rules.missing())), referer);
        URI s3 = stack.cloud.s3().url();
        Origin website = new Origin(stack.cloud.website().url(), Map.of("Referer", REFERER), false);
        Origin bucket = Origin.at(URI.create(s3 + "/renditions"));
        Origin maker = new Origin(
                URI.create("http://localhost:" + stack.service.port()), Map.of("X-Origin-Verify", SECRET), false);
        Upstream all = fetch -> fromBucket.apply(origins.fetch(fetch));
        switch (topology) {
            case REDIRECT -> {
                edge(IMAGES, OriginGroup.of(websiteIsOrigin ? website : bucket), imagesFunction, imagesTtls(), all);
                edge(
                        PROCESS,
                        OriginGroup.of(maker),
                        ViewerRequestFunction.none(),
                        processErrorTtl,
                        processor.apply(origins));
            }
            case FAILOVER ->
                edge(
                        IMAGES,
                        new OriginGroup(bucket, Optional.of(maker), failoverCodes),
                        imagesFunction,
                        processErrorTtl,
                        all);
            case DIRECT ->
                edge(IMAGES, OriginGroup.of(maker), imagesFunction, processErrorTtl, processor.apply(origins));
        }
        servers.put("origin.example", maker.url());
        servers.put("website.example", stack.cloud.website().url());
        servers.put("originals.example", URI.create(s3 + "/originals"));
        servers.put("renditions.example", bucket.url());
        return this;
    }

    private static Map<Integer, Duration> imagesTtls() {
        Map<Integer, Duration> ttls = new HashMap<>(FAULTS_NOT_KEPT);
        ttls.put(403, Duration.ZERO);
        ttls.put(404, Duration.ZERO);
        return ttls;
    }

    private void edge(
            String host,
            OriginGroup group,
            ViewerRequestFunction function,
            Map<Integer, Duration> errorTtls,
            Upstream next) {
        CachePolicy policy = host.equals(IMAGES) ? imagesPolicy : CachePolicy.asTheOriginSays();
        CacheBehavior behavior = new CacheBehavior(
                PathPattern.DEFAULT, group, policy, OriginRequestPolicy.nothing(), function, responseHeaders);
        EdgeSettings settings = EdgeSettings.of(behavior).withErrorCachingMinTtl(errorTtls);
        Edge edge = new Edge("ARN1", settings, new CacheLayer(settings, next, InstantSource.system()));
        edges.put(host, edge::answer);
    }

    /** The arguments of the check, with every optional one. */
    Deployment deployment() {
        return new Deployment(
                topology,
                https(IMAGES),
                topology == DeployedTopology.REDIRECT ? Optional.of(https(PROCESS)) : Optional.empty(),
                List.of(https("origin.example")),
                topology == DeployedTopology.REDIRECT
                        ? Optional.of(URI.create("http://website.example"))
                        : Optional.empty(),
                Optional.of(https("originals.example")),
                Optional.of(https("renditions.example")),
                new SampleRendition("widgets/myimage.jpg", Optional.empty(), Signing.OFF, new Random()),
                Optional.of("public, max-age=12312312"),
                formats,
                patience,
                new HttpSources(List.of(), Set.of(), Duration.ofSeconds(1), 1, "no-store"),
                false);
    }

    private static URI https(String host) {
        return URI.create("https://" + host);
    }

    @Override
    public HttpAnswer get(URI url, Map<String, String> headers) throws IOException {
        String host = url.getHost();
        if (edges.containsKey(host)) {
            return atAnEdge(url, headers);
        }
        if (host.equals("renditions.example") && !renditionsListedToAll) {
            // the store itself does not check aws:Referer
            return answer(url, 403, HeaderFields.none(), new byte[0]);
        }
        URI server = servers.get(host);
        if (server == null) {
            throw new UnknownHostException(host);
        }
        // a load balancer that forwards everything: every request gets the secret
        boolean open = host.equals("origin.example") && !originAsksForTheSecret;
        HttpAnswer there =
                http.get(URI.create(server + target(url)), open ? Map.of("X-Origin-Verify", SECRET) : headers);
        return new HttpAnswer(url, there.status(), there.headers(), there.body());
    }

    private HttpAnswer atAnEdge(URI url, Map<String, String> headers) throws IOException {
        if (url.getScheme().equals("http") && upgradesHttp) {
            String location = "https" + url.toString().substring("http".length());
            return answer(url, 301, HeaderFields.none().set("Location", location), new byte[0]);
        }
        HeaderFields fields = HeaderFields.none().set("Host", url.getHost());
        headers.forEach(fields::set);
        var visitor = new InetSocketAddress(InetAddress.ofLiteral("203.0.113.7"), 51000);
        Function<Request, Reply> edge = edges.getOrDefault(url.getHost(), request -> {
            throw new IllegalStateException("no edge for " + url);
        });
        Reply reply = edge.apply(new Request("GET", target(url), fields.build(), visitor));
        try (InputStream body = reply.body().stream()) {
            return answer(url, reply.status(), HeaderFields.of(reply.headers()), body.readAllBytes());
        }
    }

    private static HttpAnswer answer(URI url, int status, HeaderFields headers, byte[] body) {
        return new HttpAnswer(
                url,
                status,
                headers.set("Content-Length", Integer.toString(body.length)).build(),
                body);
    }

    private static String target(URI url) {
        return url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    }

    @Override
    public void close() {
        http.close();
        origins.close();
    }
}
