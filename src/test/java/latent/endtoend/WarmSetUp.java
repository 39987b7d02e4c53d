package latent.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latent.WarmService;
import latent.config.SettingSources;
import latent.kit.EmulatedAws;
import latent.kit.Eventually;
import latent.kit.OncePerRun;
import latent.kit.S3Settings;
import latent.kit.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** The stack's own S3 and processor, moto's SQS and CloudFront, and workers that read the queue. */
abstract class WarmSetUp {
    static final String CLOUD_FRONT = "aws.endpointUrlCloudFront";

    @RegisterExtension
    static final OncePerRun<EmulatedAws> AWS = OncePerRun.of(EmulatedAws::start);

    EmulatedAws aws;
    Stack stack;
    EmulatedAws.Queue queue;
    String distribution;
    final List<AutoCloseable> workers = new ArrayList<>();

    @BeforeAll
    static void tellTheSdkWhereCloudFrontIs() {
        System.setProperty(CLOUD_FRONT, AWS.get().url.toString());
    }

    @AfterAll
    static void tellItNoMore() {
        System.clearProperty(CLOUD_FRONT);
    }

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        stack = Stack.start(data, Map.of("render.engine", "imgscalr", "keys.alphabet", "unicode"));
        aws = AWS.get();
        queue = aws.queue(3);
        distribution = aws.distribution();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable worker : workers) {
            worker.close();
        }
        stack.close();
    }

    /** Originals of which two renditions each are stored, made from what they were before. */
    List<String> changedOriginals(int count) throws Exception {
        List<String> originals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "w/p" + i;
            stack.putOriginal(name + ".jpg", Stack.jpeg(120, 90));
            visit(List.of(name + "_60_40.jpg", name + "-30x30.jpg"));
            stack.putOriginal(name + ".jpg", Stack.jpeg(90, 120 + i));
            originals.add(name + ".jpg");
        }
        return originals;
    }

    void assertAllFresh(List<String> originals) {
        for (String original : originals) {
            assertThat(head("renditions", original.replace(".jpg", "_60_40.jpg"))
                            .metadata())
                    .containsEntry("source-etag", head("originals", original).eTag());
        }
    }

    void visit(List<String> keys) throws Exception {
        for (String key : keys) {
            String path = URLEncoder.encode(key, UTF_8).replace("+", "%20").replace("%2F", "/");
            assertThat(stack.processor().get("/" + path).status()).as(key).isEqualTo(200);
        }
        Eventually.until("nothing waits to be stored", () -> stack.metric("latent_write_back_pending") == 0);
        assertThat(stack.stored()).containsAll(keys);
    }

    /** All that S3 says of them, and when they were stored. */
    List<String> heads(List<String> renditions) {
        return renditions.stream()
                .map(key -> head("renditions", key).toString())
                .toList();
    }

    HeadObjectResponse head(String bucket, String key) {
        return stack.s3.client().headObject(h -> h.bucket(bucket).key(key));
    }

    WarmService worker() {
        return worker(Map.of());
    }

    WarmService worker(Map<String, String> more) {
        SettingSources sources = new SettingSources().with(settings(), "test").with(more, "test");
        WarmService worker = WarmService.start(sources.read(), Duration.ofSeconds(6));
        workers.add(worker);
        return worker;
    }

    /** {@code latent warm}. */
    Process command() throws Exception {
        List<String> words = new ArrayList<>(List.of("warm"));
        settings().forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
        return java("latent.Main", words);
    }

    /** A program in a process of its own, which is killed at the end of the test. */
    Process java(String main, List<String> arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + CLOUD_FRONT + "=" + aws.url,
                "-cp",
                System.getProperty("java.class.path"),
                main));
        words.addAll(arguments);
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        workers.add(process::destroyForcibly);
        return process;
    }

    Map<String, String> settings() {
        return S3Settings.of(
                stack.between.url(),
                "render.engine",
                "imgscalr",
                "keys.alphabet",
                "unicode",
                "warm.queue",
                queue.url(),
                "purge.distributions",
                distribution);
    }

    /** As S3 says it: the key is encoded like a form. */
    static String created(String key) {
        return """
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1",\
                "eventTime":"2026-11-21T12:00:00.000Z","eventName":"ObjectCreated:Put","s3":{"s3SchemaVersion":"1.0",\
                "configurationId":"changed-originals","bucket":{"name":"originals","arn":"arn:aws:s3:::originals"},\
                "object":{"key":"%s","size":1024,"eTag":"d41d8cd98f00b204e9800998ecf8427e","sequencer":"0055AED6DCD90281E5"}}}]}""".formatted(URLEncoder.encode(key, UTF_8).replace("%2F", "/"));
    }
}
