package latent.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import latent.WarmService;
import latent.config.ConfigurationException;
import latent.config.SettingSources;
import latent.kit.EmulatedAws;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.local.TestS3;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** What happens when an original changes: the stack's own S3 and processor, and moto's SQS and CloudFront. */
class WarmTest {
    private static final String CLOUD_FRONT = "aws.endpointUrlCloudFront";
    private static EmulatedAws aws;

    private Stack stack;
    private EmulatedAws.Queue queue;
    private String distribution;
    private final List<AutoCloseable> workers = new ArrayList<>();

    @BeforeAll
    static void startAws() throws Exception {
        aws = EmulatedAws.start();
        System.setProperty(CLOUD_FRONT, aws.url.toString());
    }

    @AfterAll
    static void stopAws() {
        System.clearProperty(CLOUD_FRONT);
        if (aws != null) {
            aws.close();
        }
    }

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        stack = Stack.start(data, Map.of("render.engine", "imgscalr", "keys.alphabet", "unicode"));
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

    @Test
    void a_replaced_original_has_its_renditions_made_anew_and_no_others() throws Exception {
        stack.putOriginal("widgets/a.jpg", Stack.jpeg(120, 90));
        stack.putOriginal("widgets/a_60_40.jpg", Stack.jpeg(120, 90));
        stack.putOriginal("widgets/a_b.jpg", Stack.jpeg(120, 90));
        List<String> its = List.of("widgets/a_60_40.jpg", "widgets/a-50x50_fill.jpg", "widgets/a_60_0.jpg.png");
        List<String> others = List.of("widgets/a_60_40_30_30.jpg", "widgets/a_b_60_40.jpg");
        visit(its);
        visit(others);
        stack.s3.put("renditions", "widgets/a_7_7.jpg", "not ours");
        List<String> before = heads(others);

        stack.putOriginal("widgets/a.jpg", Stack.jpeg(90, 120));
        WarmService worker = worker();
        queue.send(created("widgets/a.jpg"));
        Eventually.until("the work is done", () -> queue.left() == 0);

        String now = head("originals", "widgets/a.jpg").eTag();
        assertThat(its)
                .allSatisfy(
                        key -> assertThat(head("renditions", key).metadata()).containsEntry("source-etag", now));
        assertThat(heads(others)).isEqualTo(before);
        assertThat(stack.stored()).hasSize(6);
        assertThat(aws.forgotten(distribution)).containsExactly("/widgets/a*");
        assertThat(worker.meters().scrape())
                .contains("latent_purged_total 3.0", "latent_warmed_total{outcome=\"made\"} 3.0");

        queue.send(created("widgets/a.jpg"));
        Eventually.until("the work is done", () -> queue.left() == 0);
        assertThat(worker.meters().scrape())
                .as("told twice, done once")
                .contains("latent_purged_total 3.0", "latent_changes_total{outcome=\"unchanged\"} 1.0");
        assertThat(aws.forgotten(distribution)).hasSize(1);
    }

    @Test
    void a_removed_original_leaves_no_renditions_whatever_the_message_says() throws Exception {
        stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
        stack.putOriginal("b.jpg", Stack.jpeg(120, 90));
        visit(List.of("a_60_40.jpg", "a-30x30.jpg", "b_60_40.jpg"));
        Map<String, String> ofPresetsGone = Map.of("source-etag", "\"1\"", "cache-tag", "a.jpg");
        stack.s3.put("renditions", "a_p-once.jpg", "by another day's rules", put -> put.metadata(ofPresetsGone));
        stack.s3.client().deleteObject(d -> d.bucket("originals").key("a.jpg"));
        worker();
        queue.send(created("a.jpg"));
        Eventually.until("the work is done", () -> queue.left() == 0);

        assertThat(stack.stored()).containsExactly("b_60_40.jpg");
        assertThat(aws.forgotten(distribution)).containsExactly("/a*");
        assertThat(stack.website().get("/a_60_40.jpg").status()).isEqualTo(302);
        assertThat(stack.processor().get("/a_60_40.jpg").status()).isEqualTo(404);
    }

    @Test
    void more_renditions_than_s3_lists_or_deletes_at_once_are_all_removed() throws Exception {
        try (var puts = Executors.newFixedThreadPool(8)) {
            for (int width = 1; width <= 1100; width++) {
                String key = "big_" + width + "_40.jpg";
                puts.execute(() -> stack.s3.put("renditions", key, "-"));
            }
        }
        stack.s3.put("renditions", "bigger_60_40.jpg", "-");
        worker();
        queue.send(created("big.jpg"));
        Eventually.until("the work is done", () -> queue.left() == 0);
        assertThat(stack.stored()).containsExactly("bigger_60_40.jpg");
    }

    @Test
    void what_an_s3_that_is_not_ours_says_of_an_upload_is_understood() throws Exception {
        String original = "sommer fest/größe a+b.jpg";
        String rendition = "sommer fest/größe a+b_60_40.jpg";
        try (TestS3 s3 = new TestS3(aws.url)) {
            List.of("originals", "renditions").forEach(bucket -> s3.client().createBucket(b -> b.bucket(bucket)));
            QueueConfiguration told = QueueConfiguration.builder()
                    .queueArn(queue.arn())
                    .eventsWithStrings("s3:ObjectCreated:*")
                    .build();
            s3.client()
                    .putBucketNotificationConfiguration(n ->
                            n.bucket("originals").notificationConfiguration(c -> c.queueConfigurations(List.of(told))));
            s3.put("renditions", rendition, "outdated", put -> put.metadata(Map.of("source-etag", "\"old\"")));
            s3.client()
                    .putObject(
                            put -> put.bucket("originals").key(original), RequestBody.fromBytes(Stack.jpeg(120, 90)));
            assertThat(queue.left()).as("what moto sends by itself").isPositive();
            worker(Map.of("s3.endpoint", aws.url.toString()));
            Eventually.until("the work is done", () -> queue.left() == 0);
            assertThat(queue.setAside()).isZero();
            assertThat(s3.client()
                            .headObject(h -> h.bucket("renditions").key(rendition))
                            .metadata()
                            .get("source-etag"))
                    .isEqualTo(s3.client()
                            .headObject(h -> h.bucket("originals").key(original))
                            .eTag());
        }
    }

    @Test
    void names_with_spaces_plus_and_other_scripts_are_read_as_s3_writes_them() throws Exception {
        String original = "sommer fest/größe a+b.jpg";
        stack.putOriginal(original, Stack.jpeg(120, 90));
        visit(List.of("sommer fest/größe a+b_60_40.jpg"));
        stack.putOriginal(original, Stack.jpeg(90, 120));
        worker();
        queue.send(created(original));
        Eventually.until("the work is done", () -> queue.left() == 0);

        assertThat(head("renditions", "sommer fest/größe a+b_60_40.jpg").metadata())
                .containsEntry("source-etag", head("originals", original).eTag());
        assertThat(aws.forgotten(distribution)).containsExactly("/sommer%20fest/gr%C3%B6%C3%9Fe%20a+b*");
    }

    @Test
    void a_test_message_and_a_file_that_is_no_original_are_acknowledged() throws Exception {
        WarmService worker = worker();
        queue.send("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"2014-10-13T15:57:02.089Z\","
                + "\"Bucket\":\"originals\",\"RequestId\":\"5582815E1AEA5ADF\",\"HostId\":\"8cLeGAmw098X5cv4Zkwcmo\"}");
        queue.send(created("notes/read.me"));
        queue.send(created("a//b.jpg"));
        Eventually.until("the work is done", () -> queue.left() == 0);
        assertThat(queue.setAside()).isZero();
        assertThat(aws.forgotten(distribution)).isEmpty();
        assertThat(worker.meters().scrape()).doesNotContain("latent_changes_total");
    }

    @Test
    void what_s3_has_not_said_goes_to_the_dead_letter_queue_and_the_worker_goes_on() throws Exception {
        stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
        visit(List.of("a_60_40.jpg"));
        stack.putOriginal("a.jpg", Stack.jpeg(90, 120));
        worker();
        List<String> poison = List.of(
                "hello",
                "{}",
                "[1]",
                "{\"Records\":[{\"eventSource\":\"aws:sns\"}]}",
                created("a.jpg").replace("\"originals\"", "\"somebody-elses\""),
                created("a.jpg").replace("a.jpg\"", "%zz.jpg\""));
        poison.forEach(queue::send);
        queue.send(created("a.jpg"));
        Eventually.until("the work is done", () -> queue.left() == 0 && queue.setAside() == poison.size());
        assertThat(head("renditions", "a_60_40.jpg").metadata())
                .containsEntry("source-etag", head("originals", "a.jpg").eTag());
    }

    @Test
    void two_workers_who_are_told_everything_twice_do_no_harm() throws Exception {
        List<String> originals = changedOriginals(8);
        worker();
        worker();
        originals.forEach(original -> queue.send(created(original)));
        originals.forEach(original -> queue.send(created(original)));
        Eventually.until("the work is done", () -> queue.left() == 0);
        assertAllFresh(originals);
        assertThat(stack.stored()).hasSize(16);
        assertThat(queue.setAside()).isZero();
    }

    @Test
    void what_s3_refuses_to_store_leaves_the_message_to_be_tried_again() throws Exception {
        List<String> originals = changedOriginals(1);
        stack.between.refusePuts = true;
        WarmService worker = worker();
        queue.send(created(originals.getFirst()));
        Eventually.until(
                "the work is done",
                () -> worker.meters().scrape().contains("latent_changes_total{outcome=\"failed\"} 1.0"));
        assertThat(queue.left()).isEqualTo(1);
        stack.between.refusePuts = false;
        Eventually.until("the work is done", () -> queue.left() == 0);
        assertThat(queue.setAside()).isZero();
        assertThat(stack.stored()).as("what was outdated is gone in any case").isEmpty();
    }

    @Test
    void what_a_worker_that_died_had_purged_is_forgotten_by_the_edges_when_the_message_comes_again() throws Exception {
        stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
        queue.send(created("a.jpg"));
        aws.sqs.receiveMessage(r -> r.queueUrl(queue.url()).visibilityTimeout(1));
        worker();
        Eventually.until("the work is done", () -> queue.left() == 0);
        assertThat(aws.forgotten(distribution)).containsExactly("/a*");
    }

    @Test
    void asked_to_stop_in_the_middle_of_its_work_the_command_ends_well_and_loses_no_message() throws Exception {
        List<String> originals = changedOriginals(30);
        stack.between.delay = Duration.ofMillis(100);
        Process command = command();
        originals.forEach(original -> queue.send(created(original)));
        Eventually.until("the work is done", () -> stack.stored().size() < 60);
        command.destroy();
        assertThat(command.waitFor()).isZero();
        stack.between.delay = Duration.ZERO;

        int left = queue.left();
        worker();
        Eventually.until("the work is done", () -> queue.left() == 0);
        assertThat(queue.setAside()).isZero();
        assertThat(left).as("it stopped in the middle").isPositive();
        for (String original : originals) {
            String rendition = original.replace(".jpg", "_60_40.jpg");
            assertThat(stack.processor().get("/" + rendition).status()).isEqualTo(200);
        }
        Eventually.until(
                "the work is done",
                () -> stack.stored().stream()
                                .filter(key -> key.endsWith("_60_40.jpg"))
                                .count()
                        == originals.size());
        assertAllFresh(originals);
    }

    @Test
    void without_a_queue_it_does_not_start() {
        assertThatThrownBy(() -> WarmService.start(new SettingSources().read()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("warm.queue");
    }

    /** Originals of which two renditions each are stored, made from what they were before. */
    private List<String> changedOriginals(int count) throws Exception {
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

    private void assertAllFresh(List<String> originals) {
        for (String original : originals) {
            assertThat(head("renditions", original.replace(".jpg", "_60_40.jpg"))
                            .metadata())
                    .containsEntry("source-etag", head("originals", original).eTag());
        }
    }

    private void visit(List<String> keys) throws Exception {
        for (String key : keys) {
            String path = URLEncoder.encode(key, UTF_8).replace("+", "%20").replace("%2F", "/");
            assertThat(stack.processor().get("/" + path).status()).as(key).isEqualTo(200);
        }
        Eventually.until("nothing waits to be stored", () -> stack.metric("latent_write_back_pending") == 0);
        assertThat(stack.stored()).containsAll(keys);
    }

    /** All that S3 says of them, and when they were stored. */
    private List<String> heads(List<String> renditions) {
        return renditions.stream()
                .map(key -> head("renditions", key).toString())
                .toList();
    }

    private HeadObjectResponse head(String bucket, String key) {
        return stack.s3.client().headObject(h -> h.bucket(bucket).key(key));
    }

    private WarmService worker() {
        return worker(Map.of());
    }

    private WarmService worker(Map<String, String> more) {
        SettingSources sources = new SettingSources().with(settings(), "test").with(more, "test");
        WarmService worker = WarmService.start(sources.read(), Duration.ofSeconds(6));
        workers.add(worker);
        return worker;
    }

    private Process command() throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-D" + CLOUD_FRONT + "=" + aws.url,
                "-cp",
                System.getProperty("java.class.path"),
                "latent.Main",
                "warm"));
        settings().forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
        Process command = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        workers.add(command::destroyForcibly);
        return command;
    }

    private Map<String, String> settings() {
        return Map.of(
                "s3.endpoint",
                stack.between.url().toString(),
                "s3.access-key",
                TestS3.ACCESS_KEY,
                "s3.secret-key",
                TestS3.SECRET_KEY,
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
    private static String created(String key) {
        return """
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1",\
                "eventTime":"2026-11-21T12:00:00.000Z","eventName":"ObjectCreated:Put","s3":{"s3SchemaVersion":"1.0",\
                "configurationId":"changed-originals","bucket":{"name":"originals","arn":"arn:aws:s3:::originals"},\
                "object":{"key":"%s","size":1024,"eTag":"d41d8cd98f00b204e9800998ecf8427e","sequencer":"0055AED6DCD90281E5"}}}]}""".formatted(URLEncoder.encode(key, UTF_8).replace("%2F", "/"));
    }
}
