package latent.local.topology;

import java.net.URI;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import latent.local.TestS3;
import latent.local.web.Body;
import latent.local.web.HeaderFields;
import latent.local.web.LoopbackServer;
import latent.local.web.Reply;
import latent.local.web.Request;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Makes 30 kB of each rendition once, stores it, and serves it; or, where told to, redirects back to the images host as the loops of the
 * field did. Its picture is known to be stored before its answer leaves: the worst case for a cached redirect is then not a matter of luck.
 */
final class StandInProcessor implements Processor {
    static final String CACHE_CONTROL = "public, max-age=12312312";
    private static final int RENDITION_BYTES = 30_000;

    private final TestS3 s3;
    private final String bucket;
    private final OptionalInt redirectBack;
    private final ConcurrentMap<String, byte[]> made = new ConcurrentHashMap<>();
    private final AtomicInteger transformations = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final LoopbackServer server;

    StandInProcessor(TestS3 s3, String bucket, OptionalInt redirectBack) {
        this.s3 = s3;
        this.bucket = bucket;
        this.redirectBack = redirectBack;
        this.server = LoopbackServer.start("a processor", "--none", 0, this::answer);
    }

    private Reply answer(Request request) {
        requests.incrementAndGet();
        String key = request.rawPath().substring(1);
        byte[] rendition = made.computeIfAbsent(key, this::make);
        HeaderFields headers = HeaderFields.none();
        if (redirectBack.isPresent()) {
            headers.set("Location", "https://" + Topology.IMAGES + "/" + key);
            return new Reply(redirectBack.getAsInt(), headers.build(), Body.empty());
        }
        headers.set("Cache-Control", CACHE_CONTROL).set("Content-Type", "image/jpeg");
        return new Reply(200, headers.build(), Body.of(rendition));
    }

    private byte[] make(String key) {
        transformations.incrementAndGet();
        byte[] rendition = new byte[RENDITION_BYTES];
        Arrays.fill(rendition, (byte) key.hashCode());
        s3.client()
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

    @Override
    public void close() {
        server.close();
    }
}
