package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latent.kit.BesideOtherClasses;
import latent.kit.EmulatedAws;
import latent.kit.LambdaSandbox;
import latent.kit.PackedProgram;
import latent.kit.Stack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Warm workers as a function of AWS Lambda, which takes the messages off the queue itself and hands them over. */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
@BesideOtherClasses
class WarmFunctionTest {
    private static final Duration ENOUGH = Duration.ofMinutes(2);
    private static final Duration TOO_LITTLE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();
    private static EmulatedAws aws;

    private Stack stack;
    private String distribution;
    private LambdaSandbox function;

    @BeforeAll
    static void startAws() throws Exception {
        aws = EmulatedAws.start();
    }

    @AfterAll
    static void stopAws() {
        if (aws != null) {
            aws.close();
        }
    }

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        stack = Stack.start(data, Map.of("render.engine", "imgscalr"));
        distribution = aws.distribution();
        for (String name : List.of("a", "b")) {
            stack.putOriginal(name + ".jpg", Stack.jpeg(120, 90));
            assertThat(stack.processor().get("/" + name + "_60_40.jpg").status())
                    .isEqualTo(200);
        }
        stack.storedAfter(2);
        stack.putOriginal("a.jpg", Stack.jpeg(90, 120));
        function = LambdaSandbox.start(PackedProgram.command(
                "warm",
                stack.between.url(),
                Map.of("warm.source", "lambda", "purge.distributions", distribution),
                "-Daws.endpointUrlCloudFront=" + aws.url));
    }

    @AfterEach
    void stop() {
        function.close();
        stack.close();
    }

    @Test
    void what_changed_is_made_anew_by_the_time_of_the_answer_and_only_what_failed_comes_again() throws Exception {
        HttpResponse<byte[]> answer =
                function.event(event(created("a.jpg"), "no message of S3", "{\"Event\":\"s3:TestEvent\"}"), ENOUGH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(failed(answer)).containsExactly("message-1");
        assertThat(source("a_60_40.jpg")).isEqualTo(eTag("originals", "a.jpg"));
        assertThat(aws.forgotten(distribution)).containsExactly("/a*");
        assertThat(function.log()).anyMatch(line -> line.contains("message not understood"));
        assertThat(function.shutDown()).isZero();
    }

    @Test
    void a_message_whose_work_fails_is_named_and_those_beside_it_are_not() throws Exception {
        stack.between.refusePuts = true;
        assertThat(failed(function.event(event(created("a.jpg"), created("b.jpg")), ENOUGH)))
                .as("b has not changed, and there is nothing to store")
                .containsExactly("message-0");
        stack.between.refusePuts = false;
        assertThat(failed(function.event(event(created("a.jpg"), created("b.jpg")), ENOUGH)))
                .isEmpty();
    }

    @Test
    void before_lambda_ends_it_nothing_more_is_made_and_what_is_outdated_is_gone_all_the_same() throws Exception {
        assertThat(failed(function.event(event(created("a.jpg")), TOO_LITTLE))).isEmpty();
        assertThat(stack.stored()).containsExactly("b_60_40.jpg");
        assertThat(aws.forgotten(distribution)).containsExactly("/a*");
    }

    /** The adapter makes a failed invocation of it, and Lambda hands over again what it has. */
    @Test
    void what_is_no_event_of_a_queue_is_refused() throws Exception {
        for (String nonsense : List.of("", "[]", "{", "{\"Records\":{}}", "{\"Records\":[{\"messageId\":\"1\"}]}")) {
            assertThat(function.event(nonsense, ENOUGH).statusCode())
                    .as(nonsense)
                    .isEqualTo(400);
        }
        assertThat(function.get("/a_60_40.jpg").statusCode())
                .as("it answers no other requests")
                .isEqualTo(404);
    }

    private static List<String> failed(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body())
                .get("batchItemFailures")
                .valueStream()
                .map(each -> each.get("itemIdentifier").asString())
                .toList();
    }

    private String source(String rendition) {
        return String.valueOf(stack.s3
                .client()
                .headObject(head -> head.bucket("renditions").key(rendition))
                .metadata()
                .get("source-etag"));
    }

    private String eTag(String bucket, String key) {
        return stack.s3
                .client()
                .headObject(head -> head.bucket(bucket).key(key))
                .eTag();
    }

    /** As Lambda says it: {@code message-0} is the first of these bodies. */
    private static String event(String... bodies) {
        return IntStream.range(0, bodies.length)
                .mapToObj(i -> JSON.createObjectNode()
                        .put("messageId", "message-" + i)
                        .put("receiptHandle", "handle")
                        .put("body", bodies[i])
                        .put("eventSource", "aws:sqs")
                        .set("attributes", JSON.createObjectNode().put("ApproximateReceiveCount", "1")))
                .map(JsonNode::toString)
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    private static String created(String key) {
        return """
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1",\
                "eventTime":"2026-11-21T12:00:00.000Z","eventName":"ObjectCreated:Put","s3":{"s3SchemaVersion":"1.0",\
                "bucket":{"name":"originals","arn":"arn:aws:s3:::originals"},"object":{"key":"%s","size":1,"eTag":"0"}}}]}\
                """.formatted(key);
    }
}
