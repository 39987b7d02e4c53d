package latent.kit;

import java.io.IOException;
import java.nio.file.Path;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;
import latent.local.TestS3;
import latent.store.ListPermission;
import latent.store.Rendition;
import latent.store.S3Originals;
import latent.store.S3Renditions;
import latent.store.StoredRenditions;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The two buckets on a real S3 server, as the product's stores see them, behind a switchable fault; without a processor. */
public final class TestBuckets implements AutoCloseable {
    /** The test's own view, past the fault. */
    public final TestS3 s3;

    public final FaultyS3 between;
    public final S3Originals originals;
    public final S3Renditions renditions;
    public final StoredRenditions stored;
    private final LocalS3 server;
    private final TestS3 throughFault;

    /** Starts S3 over this folder, with both buckets, empty. */
    public TestBuckets(Path data) throws IOException {
        server = TestS3.serve(data);
        server.createBucket("originals", AnonymousAccess.NONE);
        server.createBucket("renditions", AnonymousAccess.NONE);
        s3 = new TestS3(server.url());
        between = new FaultyS3(server.url());
        throughFault = new TestS3(between.url());
        originals = new S3Originals(throughFault.client(), "originals", ListPermission.GRANTED);
        renditions = new S3Renditions(throughFault.client(), "renditions", ListPermission.GRANTED);
        stored = new StoredRenditions(throughFault.client(), "renditions");
    }

    /** Stores or replaces an original, and returns its version. */
    public String putOriginal(OriginalKey key, byte[] file) {
        return s3.client()
                .putObject(put -> put.bucket("originals").key(key.value()), RequestBody.fromBytes(file))
                .eTag();
    }

    public void removeOriginal(OriginalKey key) {
        s3.client().deleteObject(delete -> delete.bucket("originals").key(key.value()));
    }

    /** Stores a rendition as the processor does, made from this version of its original. */
    public void addRendition(RenditionKey key, String sourceETag) {
        renditions.add(key, rendition(key.value()), sourceETag);
    }

    /** The keys in the bucket of renditions. */
    public Iterable<String> storedKeys() {
        return s3.client().listObjectsV2(list -> list.bucket("renditions")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** A rendition with this content, which is no picture: the stores do not look at it. */
    public static Rendition rendition(String content) {
        return Rendition.of(
                content.getBytes(java.nio.charset.StandardCharsets.UTF_8), "image/jpeg", "public, max-age=60");
    }

    @Override
    public void close() {
        throughFault.close();
        between.close();
        s3.close();
        server.close();
    }
}
