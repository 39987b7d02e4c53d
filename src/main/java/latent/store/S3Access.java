package latent.store;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import latent.metrics.Meters;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * The endpoint, region and credentials of S3.
 *
 * @param endpoint    an S3 server other than AWS; its buckets are addressed by path
 * @param credentials those of the machine when absent
 */
public record S3Access(Optional<URI> endpoint, String region, Optional<Credentials> credentials) {
    private static final int MAX_CONNECTIONS = 128;
    private static final int MAX_TRIES = 3;

    /**
     * By the clock on the wall, when a connection is taken: a process that was stopped meanwhile, as by AWS Lambda, has connections that the network has
     * forgotten, and each would cost a request the time of silence.
     */
    private static final Duration OLDEST_CONNECTION = Duration.ofMinutes(1);

    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** A connected client; the caller closes it. */
    public S3Client connect() {
        return connect(s3(), endpoint, SILENCE);
    }

    /** The same, with its calls counted. */
    public S3Client connect(Meters meters) {
        S3Metrics metrics = new S3Metrics(meters);
        return connect(s3(), endpoint, SILENCE, override -> override.addMetricPublisher(metrics));
    }

    /** Checksums in both directions, also where the environment says otherwise. */
    private S3ClientBuilder s3() {
        return S3Client.builder()
                .forcePathStyle(endpoint.isPresent())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_SUPPORTED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_SUPPORTED);
    }

    /**
     * A connected client of any service of AWS, with our region and credentials; the caller closes it.
     *
     * @param at      where the service is, when not in its usual place
     * @param silence how long it may say nothing while it answers
     */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C connect(
            B client, Optional<URI> at, Duration silence) {
        return connect(client, at, silence, override -> {});
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C connect(
            B client, Optional<URI> at, Duration silence, Consumer<ClientOverrideConfiguration.Builder> more) {
        at.ifPresent(client::endpointOverride);
        return client.region(Region.of(region))
                .credentialsProvider(provider())
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(MAX_CONNECTIONS)
                        .connectionTimeToLive(OLDEST_CONNECTION)
                        .connectionTimeout(Duration.ofSeconds(1))
                        .connectionAcquisitionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(silence))
                .overrideConfiguration(override -> more.accept(override.apiCallTimeout(Duration.ofSeconds(30))
                        .apiCallAttemptTimeout(Duration.ofSeconds(15))
                        .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(MAX_TRIES)
                                .build())))
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
