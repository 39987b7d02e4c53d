import java.net.URI;
import java.util.Optional;
import latent.store.S3Access;
import software.amazon.awssdk.services.s3.S3Client;

/** The program's own client of S3, for the server that a benchmark has started. */
final class BenchS3 {
    private BenchS3() {}

    /** A client with these credentials; the caller closes it. */
    static S3Client connect(URI server, String accessKey, String secretKey) {
        return new S3Access(Optional.of(server), "us-east-1", Optional.of(new S3Access.Credentials(accessKey, secretKey))).connect();
    }
}
