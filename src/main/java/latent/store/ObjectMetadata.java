package latent.store;

import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads an object's metadata from S3. */
final class ObjectMetadata {
    private ObjectMetadata() {}

    /**
     * The metadata; empty when S3 answers 404. A 403, its answer for a missing key to those who may not list, is thrown, for the caller to interpret.
     */
    static Optional<HeadObjectResponse> find(S3Client s3, String bucket, String key) {
        try {
            return Optional.of(s3.headObject(head -> head.bucket(bucket).key(key)));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
