package latent.local;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

/**
 * The store as requests without credentials see it. S3Proxy has no bucket policies: it asks each object's own ACL, which is private unless the
 * writer says otherwise, and on today's AWS a writer may not (buckets are created with ACLs off). So a policy is put over the ACLs here.
 *
 * <p>With {@link WholeObjects} the only file of this package that imports the AWS SDK: S3Proxy's store has its types in its interface.
 */
final class AnonymousView extends ForwardingBlobStore {
    private static final int MAX_FILE_NAME_BYTES = 255;

    private final Map<String, AnonymousAccess> policies = new ConcurrentHashMap<>();

    AnonymousView(BlobStore store) {
        super(store);
    }

    void allow(String bucket, AnonymousAccess access) {
        policies.put(bucket, access);
    }

    /** Never writable, whatever the ACL: S3Proxy asks this also before an anonymous write. */
    @Override
    public BucketCannedACL getContainerAccess(String bucket) {
        BucketCannedACL own = super.getContainerAccess(bucket);
        boolean listable = policy(bucket).list() || own == BucketCannedACL.PUBLIC_READ;
        return listable ? BucketCannedACL.PUBLIC_READ : BucketCannedACL.PRIVATE;
    }

    @Override
    public ObjectCannedACL getBlobAccess(String bucket, String key) {
        try {
            requireThatAFileCanHave(key, bucket);
            ObjectCannedACL own = super.getBlobAccess(bucket, key);
            return policy(bucket).get() ? ObjectCannedACL.PUBLIC_READ : own;
        } catch (NoSuchKeyException e) {
            if (getContainerAccess(bucket) == BucketCannedACL.PUBLIC_READ) {
                throw e;
            }
            // S3 does not tell who may not list whether a key is there; S3Proxy by itself would.
            return ObjectCannedACL.PRIVATE;
        }
    }

    /** S3 has names of up to 1024 bytes, a file system of 255: a longer one is not there, where S3Proxy would fail with 500. */
    private static void requireThatAFileCanHave(String key, String bucket) {
        for (String name : key.split("/", -1)) {
            if (name.getBytes(StandardCharsets.UTF_8).length > MAX_FILE_NAME_BYTES) {
                throw S3Exceptions.noSuchKey(bucket, key, "");
            }
        }
    }

    private AnonymousAccess policy(String bucket) {
        return policies.getOrDefault(bucket, AnonymousAccess.NONE);
    }
}
