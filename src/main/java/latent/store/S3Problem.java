package latent.store;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Why a bucket cannot be used.
 *
 * @param summary what S3 says of which bucket, without its name: for the readiness page
 * @param advice  the bucket, and what an operator should look at: for the log
 */
public record S3Problem(String summary, String advice) {
    static S3Problem of(String content, String bucket, SdkException failure) {
        String cause = failure instanceof S3Exception answer
                ? answer.statusCode() + " " + code(answer)
                : "no answer, " + failure.getClass().getSimpleName();
        return new S3Problem(
                content + " cannot be read: S3 says " + cause,
                "The bucket " + bucket + " of the " + content + " cannot be read (" + cause + "): " + advice(cause)
                        + ". S3's words: " + failure.getMessage());
    }

    private static String advice(String cause) {
        return switch (cause.substring(cause.indexOf(' ') + 1)) {
            case "NoSuchBucket" -> "check the bucket's name, s3.endpoint and s3.region";
            case "SignatureDoesNotMatch" -> "check s3.secret-key";
            case "InvalidAccessKeyId", "InvalidToken", "ExpiredToken" ->
                "check s3.access-key, or the role of this machine";
            case "AccessDenied" ->
                "check s3:GetObject and s3:ListBucket in the role's policy; or say s3.list-permission=denied where it may not list";
            default -> "check s3.endpoint, s3.region, the credentials and the network";
        };
    }

    /** The error code of S3, such as {@code AccessDenied}; an answer without a body has none. */
    static String code(S3Exception answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }
}
