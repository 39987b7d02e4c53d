package latent.store;

import java.util.Optional;
import latent.refusal.Fault;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Which kind of fault an exception of the SDK, or of what reads with it, is. */
public final class S3Faults {
    private S3Faults() {}

    /** Empty when it is no exception of the SDK or of this package. */
    public static Optional<Fault> of(Throwable failure) {
        return switch (failure) {
            case S3Exception answer -> Optional.of(of(answer.statusCode()));
            case WrongBytesException wrong -> Optional.of(Fault.S3_WRONG_BYTES);
            case SdkException other -> Optional.of(isOfBytes(other) ? Fault.S3_WRONG_BYTES : Fault.S3_UNAVAILABLE);
            default -> Optional.empty();
        };
    }

    /** What {@link VerifiedBytes} finds, or the SDK by a checksum; an answer that breaks off has a cause. */
    private static boolean isOfBytes(SdkException failure) {
        return (failure instanceof RetryableException && failure.getCause() == null)
                || String.valueOf(failure.getMessage()).contains("checksum");
    }

    /** 412 is the answer to a read that is pinned to a version, 416 that of a server which looks at the range first. */
    private static Fault of(int status) {
        return switch (status) {
            case 412, 416 -> Fault.CHANGED_WHILE_READ;
            default -> status >= 500 || status == 429 ? Fault.S3_UNAVAILABLE : Fault.S3_DENIED;
        };
    }
}
