package latent.store;

import java.util.Optional;
import latent.key.OriginalKey;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The private bucket of originals, read only. Thread-safe. */
public final class S3Originals implements OriginalStore {
    private final S3Client s3;
    private final String bucket;
    private final ListPermission listing;

    public S3Originals(S3Client s3, String bucket, ListPermission listing) {
        this.s3 = s3;
        this.bucket = bucket;
        this.listing = listing;
    }

    @Override
    public Original open(OriginalKey key, int headBytes) {
        try {
            ResponseBytes<GetObjectResponse> head = get(key, "bytes=0-" + (headBytes - 1), Optional.empty());
            return new Original(key, head.response().eTag(), ObjectSize.of(head.response()), head.asByteArrayUnsafe());
        } catch (S3Exception e) {
            if (listing.isMissingKey(e)) {
                throw new Refusal(Reason.ORIGINAL_MISSING, "There is no original " + key + ".")
                        .withDetail("S3: " + e.statusCode() + " " + S3Problem.code(e));
            }
            throw e.statusCode() == 416 ? new Refusal(Reason.NOT_A_PICTURE, "The original is empty.") : e;
        }
    }

    @Override
    public Optional<byte[]> read(Original original, long offset, int length) {
        return pinned(original, "bytes=" + offset + "-" + (offset + length - 1));
    }

    @Override
    public Optional<byte[]> fetch(Original original) {
        return original.whole() ? Optional.of(original.head()) : pinned(original, "");
    }

    private Optional<byte[]> pinned(Original original, String range) {
        try {
            return Optional.of(
                    get(original.key(), range, Optional.of(original.eTag())).asByteArrayUnsafe());
        } catch (S3Exception e) {
            // 416 where a server looks at the range first, and the version that there is now is shorter
            if (e.statusCode() == 412 || e.statusCode() == 404 || e.statusCode() == 416) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<String> version(OriginalKey key) {
        return ObjectMetadata.find(s3, bucket, key.value()).map(HeadObjectResponse::eTag);
    }

    @Override
    public boolean isCurrent(OriginalKey key, String eTag) {
        try {
            return version(key).filter(eTag::equals).isPresent();
        } catch (S3Exception e) {
            // the answer to a HEAD has no body, and so no error code
            if (e.statusCode() == 403 && listing == ListPermission.DENIED) {
                return false;
            }
            throw e;
        }
    }

    private ResponseBytes<GetObjectResponse> get(OriginalKey key, String range, Optional<String> eTag) {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(key.value());
        if (!range.isEmpty()) {
            request.range(range);
        }
        eTag.ifPresent(request::ifMatch);
        return s3.getObject(request.build(), VerifiedBytes.reader());
    }
}
