package latent.store;

import java.util.Optional;
import latent.digest.Digest;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Uploads originals, for the demo; the processor itself never does. */
public final class Uploads {
    private final S3Client s3;
    private final String bucket;

    public Uploads(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /**
     * Makes sure that these bytes are stored under this key.
     *
     * @return false when they were there already
     */
    public boolean put(String key, String mediaType, byte[] bytes) {
        String eTag = Digest.quotedMd5(bytes);
        if (stored(key).filter(eTag::equals).isPresent()) {
            return false;
        }
        s3.putObject(put -> put.bucket(bucket).key(key).contentType(mediaType), RequestBody.fromBytes(bytes));
        return true;
    }

    private Optional<String> stored(String key) {
        return ObjectMetadata.find(s3, bucket, key).map(HeadObjectResponse::eTag);
    }
}
