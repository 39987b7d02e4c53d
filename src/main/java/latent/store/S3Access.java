package latent.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Where S3 is, and as whom we speak to it.
 *
 * @param endpoint    an S3 server other than AWS; its buckets are addressed by path
 * @param credentials those of the machine when absent
 */
public record S3Access(Optional<URI> endpoint, String region, Optional<Credentials> credentials) {
    private static final int MAX_CONNECTIONS = 128;
    private static final int MAX_TRIES = 3;

    /** A connected client; the caller closes it. */
    public S3Client connect() {
        return S3Client.builder()
                .region(Region.of(region))
                .credentialsProvider(provider())
                .applyMutation(builder ->
                        endpoint.ifPresent(uri -> builder.endpointOverride(uri).forcePathStyle(true)))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(MAX_CONNECTIONS)
                        .connectionTimeout(Duration.ofSeconds(1))
                        .connectionAcquisitionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(5)))
                .overrideConfiguration(override -> override.apiCallTimeout(Duration.ofSeconds(30))
                        .apiCallAttemptTimeout(Duration.ofSeconds(15))
                        .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(MAX_TRIES)
                                .build()))
                .build();
    }

    private AwsCredentialsProvider provider() {
        return credentials
                .<AwsCredentialsProvider>map(given -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(given.accessKey(), given.secretKey())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /** An access key; the secret never prints. */
    public record Credentials(String accessKey, String secretKey) {
        @Override
        public String toString() {
            return accessKey + ":****";
        }
    }
}
