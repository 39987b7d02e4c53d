package latent.store;

import java.util.Optional;
import latent.refusal.Fault;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Which kind of fault an exception of the SDK is. */
public final class S3Faults {
    private S3Faults() {}

    /** Empty when it is no exception of the SDK. */
    public static Optional<Fault> of(Throwable failure) {
        return switch (failure) {
            case S3Exception answer -> Optional.of(of(answer.statusCode()));
            case SdkException other -> Optional.of(isOfBytes(other) ? Fault.S3_WRONG_BYTES : Fault.S3_UNAVAILABLE);
            default -> Optional.empty();
        };
    }

    /** What {@link VerifiedBytes} finds, or the SDK by a checksum; an answer that breaks off has a cause. */
    private static boolean isOfBytes(SdkException failure) {
        return (failure instanceof RetryableException && failure.getCause() == null)
                || String.valueOf(failure.getMessage()).contains("checksum");
    }

    /** Of what S3 answers to one who may do what we ask for, only 5xx and 429 pass by themselves. */
    private static Fault of(int status) {
        return status >= 500 || status == 429 ? Fault.S3_UNAVAILABLE : Fault.S3_DENIED;
    }
}
