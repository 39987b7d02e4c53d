package latent.store;

import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Whether we may list the buckets, on which the words of S3 for a missing key depend: 404 to those who may, 403 to those who may not
 * (GetObject, "Permissions"). A 403 to those who may list is never a missing key: the credentials are wrong, or the policy is.
 */
public enum ListPermission {
    GRANTED,
    DENIED;

    /** Whether S3 says that there is no such key; a bucket that is not there is a fault of ours, and no missing key. */
    boolean isMissingKey(S3Exception answer) {
        return switch (answer.statusCode()) {
            case 404 -> !isMissingBucket(answer);
            case 403 -> this == DENIED && "AccessDenied".equals(S3Problem.code(answer));
            default -> false;
        };
    }

    private static boolean isMissingBucket(S3Exception answer) {
        return answer instanceof NoSuchBucketException || "NoSuchBucket".equals(S3Problem.code(answer));
    }
}
