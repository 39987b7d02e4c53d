package latent.store;

import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Reads objects and compares them with their ETag, where that is their MD5: one part, and encrypted by nothing or by SSE-S3. The SDK by
 * itself compares only with checksums that S3 sends, and S3 sends none for objects that were put without.
 */
final class VerifiedBytes {
    private static final String QUOTED_MD5 = "\"[0-9a-f]{32}\"";

    private VerifiedBytes() {}

    /** All of what S3 answers; what differs from its ETag is fetched again by the SDK, and in the end is its exception. */
    static ResponseTransformer<GetObjectResponse, ResponseBytes<GetObjectResponse>> reader() {
        ResponseTransformer<GetObjectResponse, ResponseBytes<GetObjectResponse>> bytes = ResponseTransformer.toBytes();
        return (response, stream) -> {
            ResponseBytes<GetObjectResponse> read = bytes.transform(response, stream);
            if (isWhole(read)
                    && isMd5(response)
                    && !Digest.quotedMd5(read.asByteArrayUnsafe()).equals(response.eTag())) {
                throw RetryableException.create(
                        "The bytes that S3 sent differ from their ETag " + response.eTag() + ".");
            }
            return read;
        };
    }

    /** The answer to a ranged request is whole where the range covers the object: {@code Content-Range: bytes 0-99/100}. */
    private static boolean isWhole(ResponseBytes<GetObjectResponse> read) {
        String range = read.response().contentRange();
        return range == null || range.endsWith("/" + read.asByteArrayUnsafe().length);
    }

    /** With KMS or a customer's key the ETag is 32 digits too, but no MD5. */
    private static boolean isMd5(GetObjectResponse response) {
        ServerSideEncryption encryption = response.serverSideEncryption();
        return response.eTag() != null
                && response.eTag().matches(QUOTED_MD5)
                && (encryption == null || encryption == ServerSideEncryption.AES256)
                && response.sseCustomerAlgorithm() == null;
    }
}
