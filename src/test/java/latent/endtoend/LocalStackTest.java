package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import latent.Service;
import latent.config.SettingSources;
import latent.kit.Needs;
import latent.kit.Stack;
import latent.local.RawHttp;
import latent.local.RawHttp.Answer;
import latent.store.S3Access;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The loop of {@link LazyRenditionTest} against LocalStack's own website hosting, set up by {@code localstack/ready.d}. Runs where Docker answers. */
class LocalStackTest {
    /** LocalStack's website hosting differs from AWS here; see localstack/README.md. */
    private static final int STATUS_OF_HEAD = 405;

    @Test
    void a_miss_is_redirected_made_and_from_then_on_a_hit() throws Exception {
        needDocker();
        try (LocalStackContainer localStack = container()) {
            localStack.start();
            Map<String, String> settings = Map.of(
                    "s3.endpoint", localStack.getEndpoint().toString(),
                    "s3.region", localStack.getRegion(),
                    "s3.access-key", localStack.getAccessKey(),
                    "s3.secret-key", localStack.getSecretKey(),
                    "http.host", "127.0.0.1",
                    "http.port", "0");
            try (Service service = Service.start(
                            new SettingSources().with(settings, "test").read());
                    S3Client s3 = access(localStack).connect()) {
                s3.putObject(
                        put -> put.bucket("originals").key("widgets/myimage.jpg"),
                        RequestBody.fromBytes(Stack.jpeg(1200, 900)));
                loop(RawHttp.to(localStack.getEndpoint()), service.port());
            }
        }
    }

    private static void loop(RawHttp website, int processorPort) throws Exception {
        String path = "/widgets/myimage_600_400.jpg";
        String host = "Host: renditions.s3-website.localhost.localstack.cloud:4566";
        Answer miss = website.get(path, host);
        assertThat(miss.status()).isEqualTo(302);
        assertThat(miss.location()).isEqualTo("http://localhost:8081" + path);
        assertThat(website.head(path, host).status()).isEqualTo(STATUS_OF_HEAD);

        Answer made =
                RawHttp.to(URI.create("http://localhost:" + processorPort)).get(path);
        assertThat(made.status()).isEqualTo(200);

        Answer hit = website.get(path, host);
        for (int tries = 0; tries < 100 && hit.status() != 200; tries++) {
            Thread.sleep(100);
            hit = website.get(path, host);
        }
        assertThat(hit.body()).isEqualTo(made.body());
        assertThat(hit.header("Content-Type")).isEqualTo(made.header("Content-Type"));
    }

    private static LocalStackContainer container() {
        LocalStackContainer container = new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"))
                .withServices("s3")
                .withCopyFileToContainer(
                        MountableFile.forHostPath("localstack/ready.d/latent.sh", 0755),
                        "/etc/localstack/init/ready.d/latent.sh")
                .withCopyFileToContainer(MountableFile.forHostPath("routing-rules"), "/etc/latent/routing-rules");
        container.setWaitStrategy(
                Wait.forLogMessage(".*latent: .* redirects misses to .*", 1).withStartupTimeout(Duration.ofMinutes(2)));
        return container;
    }

    private static S3Access access(LocalStackContainer localStack) {
        return new S3Access(
                Optional.of(localStack.getEndpoint()),
                localStack.getRegion(),
                Optional.of(new S3Access.Credentials(localStack.getAccessKey(), localStack.getSecretKey())));
    }

    /** Not {@link Needs#present}: Docker is the one thing that CI cannot install. */
    private static void needDocker() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw Needs.skipped("Docker", "install Docker, or let it run");
        }
    }
}
