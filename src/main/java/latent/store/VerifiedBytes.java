package latent.store;

import java.io.IOException;
import java.io.InputStream;
import latent.digest.Digest;
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
        return (response, stream) -> {
            ResponseBytes<GetObjectResponse> read =
                    ResponseBytes.fromByteArrayUnsafe(response, readAll(response, stream));
            if (isWhole(read)
                    && isMd5(response)
                    && !Digest.quotedMd5(read.asByteArrayUnsafe()).equals(response.eTag())) {
                throw RetryableException.create(
                        "The bytes that S3 sent differ from their ETag " + response.eTag() + ".");
            }
            return read;
        };
    }

    /** Into one array of the length that S3 announces: the SDK's own reader takes up to three times as much memory meanwhile. */
    private static byte[] readAll(GetObjectResponse response, InputStream stream) {
        byte[] bytes = new byte[Math.toIntExact(response.contentLength())];
        try {
            // the SDK compares its own checksum when it sees the end
            if (stream.readNBytes(bytes, 0, bytes.length) < bytes.length || stream.read() >= 0) {
                throw RetryableException.create("S3 sent another number of bytes than it announced.");
            }
        } catch (IOException e) {
            throw RetryableException.create("The answer of S3 broke off.", e);
        }
        return bytes;
    }

    /** The answer to a ranged request is whole where the range covers the object: {@code Content-Range: bytes 0-99/100}. */
    private static boolean isWhole(ResponseBytes<GetObjectResponse> read) {
        String range = read.response().contentRange();
        return range == null || range.endsWith("/" + read.asByteArrayUnsafe().length);
    }

    /** With KMS or a customer's key the ETag is 32 digits too, but no MD5. */
    static boolean isMd5(GetObjectResponse response) {
        ServerSideEncryption encryption = response.serverSideEncryption();
        return response.eTag() != null
                && response.eTag().matches(QUOTED_MD5)
                && (encryption == null || encryption == ServerSideEncryption.AES256)
                && response.sseCustomerAlgorithm() == null;
    }
}
