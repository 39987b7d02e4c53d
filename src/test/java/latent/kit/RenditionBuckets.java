package latent.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latent.local.LocalS3;
import latent.local.TestS3;
import org.jspecify.annotations.NullMarked;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Both buckets without a processor, for what looks at renditions that are right or wrong, and a switchable fault before them. */
@NullMarked
public final class RenditionBuckets implements AutoCloseable {
    private final LocalS3 server;
    public final TestS3 s3;
    public final FaultyS3 between;

    public RenditionBuckets(Path data) throws IOException {
        this.server = LocalS3.start(new LocalS3.Settings(data, 0, TestS3.ACCESS_KEY, TestS3.SECRET_KEY));
        this.s3 = new TestS3(server.url());
        this.between = new FaultyS3(server.url());
        List.of("originals", "renditions").forEach(bucket -> s3.client().createBucket(b -> b.bucket(bucket)));
    }

    /** Where the buckets are, for the product. */
    public Map<String, String> settings() {
        return S3Settings.of(between.url(), "render.engine", "imgscalr");
    }

    /** Stores an original, and returns its ETag. */
    public String original(String key, byte[] bytes) {
        return s3.client()
                .putObject(put -> put.bucket("originals").key(key), RequestBody.fromBytes(bytes))
                .eTag();
    }

    /** Stores a rendition as the processor does, made from this version of the original. */
    public void rendition(String key, byte[] bytes, String mediaType, String original, String source) {
        rendition(key, bytes, mediaType, "public, max-age=1", Map.of("source-etag", source, "cache-tag", original));
    }

    /** Stores an object among the renditions; without Cache-Control where that is empty. */
    public void rendition(
            String key, byte[] bytes, String mediaType, String cacheControl, Map<String, String> metadata) {
        s3.client()
                .putObject(
                        put -> put.bucket("renditions")
                                .key(key)
                                .contentType(mediaType)
                                .cacheControl(cacheControl.isEmpty() ? null : cacheControl)
                                .metadata(metadata),
                        RequestBody.fromBytes(bytes));
    }

    /** The keys among the renditions. */
    public List<String> stored() {
        return s3.client().listObjectsV2(list -> list.bucket("renditions")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void close() {
        s3.close();
        between.close();
        server.close();
    }
}
