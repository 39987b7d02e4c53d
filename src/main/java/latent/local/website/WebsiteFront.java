package latent.local.website;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import latent.local.web.HeaderFields;
import latent.local.web.LoopbackServer;
import latent.local.web.Reply;
import latent.local.web.Request;
import latent.local.website.BuiltInPage.Detail;

/**
 * The S3 website endpoint that no embeddable S3 has: obeys a website configuration over buckets that another server keeps, which it reads
 * without credentials. It only reads: whatever the method, nothing in the store changes. Thread-safe.
 */
public final class WebsiteFront implements AutoCloseable {
    private final AnonymousReader reader;
    private final BucketHosts hosts;
    private final boolean keepQuery;
    private final RandomGenerator random;
    private final Clock clock;
    private final Map<String, WebsiteEndpoint> websites = new ConcurrentHashMap<>();
    private final Map<String, Cors> cors = new ConcurrentHashMap<>();
    private final LoopbackServer server;

    private WebsiteFront(Settings settings, RandomGenerator random, Clock clock) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.reader = new AnonymousReader(settings.s3(), client);
        this.hosts = new BucketHosts(settings.defaultBucket());
        this.keepQuery = settings.keepQuery();
        this.random = random;
        this.clock = clock;
        this.server = LoopbackServer.start("the website front", "--website-port", settings.port(), this::answer);
    }

    /**
     * What a front needs.
     *
     * @param port          0 for any that is free
     * @param s3            the REST endpoint
     * @param defaultBucket for requests whose host is a bare local address
     * @param keepQuery     a routing rule's Location keeps the query; AWS is reported to keep it, and nowhere documents it
     */
    public record Settings(int port, URI s3, String defaultBucket, boolean keepQuery) {}

    /** Starts a front without any website configuration. */
    public static WebsiteFront start(Settings settings, RandomGenerator random, Clock clock) {
        return new WebsiteFront(settings, random, clock);
    }

    /** Replaces a bucket's website configuration, from the next request on. */
    public void putBucketWebsite(String bucket, WebsiteConfiguration configuration) {
        putBucketWebsite(bucket, configuration, RefererPolicy.none());
    }

    /** The same, for a bucket whose policy asks for a secret. */
    public void putBucketWebsite(String bucket, WebsiteConfiguration configuration, RefererPolicy referer) {
        websites.put(bucket, new WebsiteEndpoint(bucket, configuration, referer, reader, keepQuery, clock));
    }

    /** Replaces a bucket's CORS rule. */
    public void putBucketCors(String bucket, Cors rule) {
        cors.put(bucket, rule);
    }

    /** Where visitors of the default bucket go, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        reader.close();
    }

    private Reply answer(Request request) {
        RequestIds ids = RequestIds.draw(random);
        String bucket = hosts.bucketOf(request.header("Host"));
        Reply reply = answer(request, bucket, ids);
        Reply signed = reply.withHeaders(HeaderFields.of(reply.headers())
                .set("x-amz-request-id", ids.requestId())
                .set("x-amz-id-2", ids.hostId())
                .set("Server", "AmazonS3")
                .build());
        return Optional.ofNullable(cors.get(bucket))
                .map(rule -> rule.on(signed, request))
                .orElse(signed);
    }

    private Reply answer(Request request, String bucket, RequestIds ids) {
        if (!request.reads()) {
            var details = List.of(new Detail("Method", request.method()), new Detail("ResourceType", "OBJECT"));
            return BuiltInPage.error(WebsiteError.METHOD_NOT_ALLOWED, details, ids);
        }
        Optional<ObjectKey> key = ObjectKey.ofRawPath(request.rawPath());
        if (key.isEmpty()) {
            return BuiltInPage.error(WebsiteError.INVALID_URI, List.of(), ids);
        }
        if (key.get().isTooLong()) {
            return BuiltInPage.error(WebsiteError.KEY_TOO_LONG, List.of(), ids);
        }
        WebsiteEndpoint website = websites.get(bucket);
        if (website == null) {
            WebsiteError error = reader.hasBucket(bucket) ? WebsiteError.NO_SUCH_WEBSITE : WebsiteError.NO_SUCH_BUCKET;
            return BuiltInPage.error(error, List.of(new Detail("BucketName", bucket)), ids);
        }
        return website.answer(request, key.get(), ids);
    }
}
