package latent.store;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import latent.digest.Digest;
import latent.key.OriginalKey;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads the first bytes of an answer of S3 and leaves the connection open for the others. Within the SDK's call, so that what breaks off is tried again by
 * the SDK, as is a short original whose bytes differ from its ETag.
 *
 * @param headBytes how many, or fewer where there are no more
 * @param again     reads the whole of a version by another request
 */
record StreamOpening(OriginalKey key, int headBytes, Function<Original, Optional<byte[]>> again)
        implements ResponseTransformer<GetObjectResponse, OriginalStream> {
    @Override
    public OriginalStream transform(GetObjectResponse response, AbortableInputStream body) {
        long bytes = response.contentLength();
        byte[] head = new byte[(int) Math.min(headBytes, bytes)];
        try {
            if (body.readNBytes(head, 0, head.length) < head.length || (head.length == bytes && body.read() >= 0)) {
                throw broken(body, "S3 sent another number of bytes than it announced.");
            }
        } catch (IOException e) {
            body.abort();
            throw RetryableException.create("The answer of S3 broke off.", e);
        }
        Original original = new Original(key, response.eTag(), bytes, head, response.metadata());
        boolean eTagIsMd5 = VerifiedBytes.isMd5(response);
        if (original.whole()) {
            if (eTagIsMd5 && bytes > 0 && !Digest.quotedMd5(head).equals(response.eTag())) {
                throw broken(body, "The bytes that S3 sent differ from their ETag " + response.eTag() + ".");
            }
            closeQuietly(body);
        }
        return new OriginalStream(original, eTagIsMd5, body, body::abort, () -> again.apply(original));
    }

    private static RetryableException broken(AbortableInputStream body, String sentence) {
        body.abort();
        return RetryableException.create(sentence);
    }

    private static void closeQuietly(AbortableInputStream body) {
        try {
            body.close();
        } catch (IOException allWasRead) {
            body.abort();
        }
    }

    @Override
    public boolean needsConnectionLeftOpen() {
        return true;
    }
}
