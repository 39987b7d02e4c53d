package latent.store;

import java.util.Optional;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** How large an object is of which S3 has sent a part. */
final class ObjectSize {
    private ObjectSize() {}

    /** The whole size out of {@code Content-Range: bytes 0-65535/1823846}. */
    static long of(GetObjectResponse response) {
        return Optional.ofNullable(response.contentRange())
                .map(range -> Long.parseLong(range.substring(range.lastIndexOf('/') + 1)))
                .orElseGet(response::contentLength);
    }
}
