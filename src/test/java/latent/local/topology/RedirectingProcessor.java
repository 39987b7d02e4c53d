package latent.local.topology;

import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import latent.local.web.Body;
import latent.local.web.HeaderFields;
import latent.local.web.LoopbackServer;
import latent.local.web.Reply;
import latent.local.web.Request;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * A processor of the kind that makes redirect loops, which ours cannot be configured to be: it stores 30 kB under the key and redirects back to the images
 * host.
 */
final class RedirectingProcessor implements Processor {
    static final String CACHE_CONTROL = "public, max-age=12312312";
    private static final int RENDITION_BYTES = 30_000;

    private final Cloud cloud;
    private final String bucket;
    private final int redirectBack;
    private final String imagesHost;
    private final ConcurrentMap<String, byte[]> made = new ConcurrentHashMap<>();
    private final AtomicInteger transformations = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final LoopbackServer server;

    RedirectingProcessor(Cloud cloud, String bucket, int redirectBack, String imagesHost) {
        this.cloud = cloud;
        this.imagesHost = imagesHost;
        this.bucket = bucket;
        this.redirectBack = redirectBack;
        this.server = LoopbackServer.start("a processor", "--none", 0, this::answer);
    }

    private Reply answer(Request request) {
        requests.incrementAndGet();
        String key = request.rawPath().substring(1);
        made.computeIfAbsent(key, this::make);
        var headers = HeaderFields.none()
                .set("Location", "https://" + imagesHost + "/" + key)
                .build();
        return new Reply(redirectBack, headers, Body.empty());
    }

    private byte[] make(String key) {
        transformations.incrementAndGet();
        byte[] rendition = new byte[RENDITION_BYTES];
        Arrays.fill(rendition, (byte) key.hashCode());
        cloud.sdk()
                .client()
                .putObject(
                        put -> put.bucket(bucket)
                                .key(key)
                                .ifNoneMatch("*")
                                .contentType("image/jpeg")
                                .cacheControl(CACHE_CONTROL),
                        RequestBody.fromBytes(rendition));
        return rendition;
    }

    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public int transformations() {
        return transformations.get();
    }

    @Override
    public int requests() {
        return requests.get();
    }

    /** Nothing to wait for: it stores before it answers. */
    @Override
    public void settle() {}

    @Override
    public void close() {
        server.close();
    }
}
