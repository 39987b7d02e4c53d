package latent.kit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginProtocolPolicy;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SQS and CloudFront, emulated by moto: the AWS that Terraform is applied to. */
@NullMarked
public final class EmulatedAws implements AutoCloseable {
    private static final StaticCredentialsProvider ANYONE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("testing", "testing"));

    private final Process server;
    public final URI url;
    public final SqsClient sqs;
    public final CloudFrontClient cloudFront;

    private EmulatedAws(Process server, URI url) {
        this.server = server;
        this.url = url;
        this.sqs = SqsClient.builder()
                .endpointOverride(url)
                .region(Region.US_EAST_1)
                .credentialsProvider(ANYONE)
                .build();
        this.cloudFront = CloudFrontClient.builder()
                .endpointOverride(url)
                .region(Region.US_EAST_1)
                .credentialsProvider(ANYONE)
                .build();
    }

    /** Starts it, where there is Python with moto. */
    public static EmulatedAws start() throws Exception {
        Needs.present(
                Optional.of("python3").filter(EmulatedAws::hasMoto),
                "Python with moto's server",
                "pip install 'moto[server]==5.2.1' boto3");
        Process server = python(Path.of("terraform", "tests", "emulator").toString());
        URI url = URI.create("http://127.0.0.1:" + server.inputReader().readLine());
        for (int tries = 0; !answers(url); tries++) {
            if (tries > 600 || !server.isAlive()) {
                server.destroyForcibly();
                throw new IllegalStateException("the emulated AWS does not start");
            }
            Thread.sleep(100);
        }
        return new EmulatedAws(server, url);
    }

    private static boolean hasMoto(String python) {
        try {
            return python("-c", "import moto, flask").waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static Process python(String... words) throws IOException {
        ProcessBuilder process = new ProcessBuilder("python3");
        process.command().addAll(List.of(words));
        process.redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        return process.start();
    }

    private static boolean answers(URI url) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest home = HttpRequest.newBuilder(url.resolve("/moto-api/")).build();
            return http.send(home, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A new queue that moves a message to its dead-letter queue when it was received so often. */
    public Queue queue(int maxReceives) {
        String name = "changes-" + UUID.randomUUID();
        String dead = sqs.createQueue(q -> q.queueName(name + "-dead")).queueUrl();
        String redrive =
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(arn(dead), maxReceives);
        String url = sqs.createQueue(
                        q -> q.queueName(name).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, redrive)))
                .queueUrl();
        return new Queue(sqs, url, arn(url), dead);
    }

    private String arn(String queue) {
        return Objects.requireNonNull(
                sqs.getQueueAttributes(q -> q.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN));
    }

    /** A new distribution's id. */
    public String distribution() {
        Origin website = Origin.builder()
                .id("website")
                .domainName("website.example.org")
                .customOriginConfig(
                        c -> c.httpPort(80).httpsPort(443).originProtocolPolicy(OriginProtocolPolicy.HTTP_ONLY))
                .build();
        DistributionConfig config = DistributionConfig.builder()
                .callerReference(UUID.randomUUID().toString())
                .comment("")
                .enabled(true)
                .origins(origins -> origins.quantity(1).items(List.of(website)))
                .defaultCacheBehavior(
                        b -> b.targetOriginId("website").viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS))
                .build();
        return cloudFront
                .createDistribution(d -> d.distributionConfig(config))
                .distribution()
                .id();
    }

    /** All paths of a distribution that were invalidated. */
    public List<String> forgotten(String distribution) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI list = url.resolve("/2020-05-31/distribution/" + distribution + "/invalidation");
            String json = http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                    .body();
            return JsonMapper.builder().build().readTree(json).findValues("paths").stream()
                    .flatMap(JsonNode::valueStream)
                    .map(JsonNode::stringValue)
                    .toList();
        }
    }

    /** A queue and its dead-letter queue. */
    public record Queue(SqsClient sqs, String url, String arn, String dead) {
        public void send(String body) {
            sqs.sendMessage(m -> m.queueUrl(url).messageBody(body));
        }

        /**
         * Messages that wait or are being worked on. The emulator counts the two one after the other, and misses one that comes back to the others
         * meanwhile: so it is asked twice.
         */
        public int left() {
            return Math.max(count(url), count(url));
        }

        public int setAside() {
            return count(dead);
        }

        /** Sends what was set aside once more, as an operator does ({@code StartMessageMoveTask}); how many that were. */
        public int sendAgainWhatWasSetAside() {
            int sent = 0;
            for (Message message : aside()) {
                send(message.body());
                sqs.deleteMessage(m -> m.queueUrl(dead).receiptHandle(message.receiptHandle()));
                sent++;
            }
            return sent == 0 ? 0 : sent + sendAgainWhatWasSetAside();
        }

        private List<Message> aside() {
            return sqs.receiveMessage(r -> r.queueUrl(dead).maxNumberOfMessages(10))
                    .messages();
        }

        private int count(String queue) {
            return sqs
                    .getQueueAttributes(q -> q.queueUrl(queue)
                            .attributeNames(
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                    .attributes()
                    .values()
                    .stream()
                    .mapToInt(Integer::parseInt)
                    .sum();
        }
    }

    @Override
    public void close() {
        sqs.close();
        cloudFront.close();
        server.destroy();
    }
}
