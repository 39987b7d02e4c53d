package latent.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The real SDK against a local S3. */
public final class TestS3 implements AutoCloseable {
    public static final String ACCESS_KEY = "local";
    public static final String SECRET_KEY = "local-secret";

    private final S3Client client;

    public TestS3(URI endpoint) {
        this(endpoint, SECRET_KEY);
    }

    public TestS3(URI endpoint, String secretKey) {
        this.client = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, secretKey)))
                .build();
    }

    /** An S3 server over this folder, on a free port, that knows the identity of these tests. */
    public static LocalS3 serve(Path folder) {
        return LocalS3.start(settings(folder));
    }

    /** A server of that kind. */
    public static LocalS3.Settings settings(Path folder) {
        return new LocalS3.Settings(folder, 0, ACCESS_KEY, SECRET_KEY);
    }

    public S3Client client() {
        return client;
    }

    public void put(String bucket, String key, String body) {
        put(bucket, key, body, request -> request.contentType("text/html"));
    }

    public void put(String bucket, String key, String body, Consumer<PutObjectRequest.Builder> more) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder().bucket(bucket).key(key);
        more.accept(request);
        client.putObject(request.build(), RequestBody.fromString(body));
    }

    @Override
    public void close() {
        client.close();
    }
}
