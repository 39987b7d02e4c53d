package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.local.AnonymousAccess;
import latent.local.RawHttp.Answer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong credentials, a missing right and a missing bucket are faults of ours, and nobody is told that a picture is missing. */
@NullMarked
class UnreadableBucketsTest {
    @TempDir
    private Path data = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "s3.secret-key, wrong, 403 SignatureDoesNotMatch",
        "s3.access-key, nobody, 403 InvalidAccessKeyId",
        "originals.bucket, no-such-bucket, 404 NoSuchBucket",
        "renditions.bucket, no-such-bucket, 404 NoSuchBucket"
    })
    void it_is_a_fault_that_no_cache_keeps_and_the_processor_is_not_ready(String setting, String value, String said)
            throws Exception {
        try (Stack stack = Stack.start(data, Map.of(setting, value))) {
            stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
            Answer answer = stack.processor().get("/a_60_40.jpg");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.text()).doesNotContain("bucket", "Signature", "403");
            Answer readiness = stack.processor().get("/-/ready");
            assertThat(readiness.status()).isEqualTo(503);
            assertThat(readiness.text()).contains(said).doesNotContain(value);
        }
    }

    @Test
    void the_processor_is_ready_by_itself_once_the_bucket_can_be_read() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("originals.bucket", "later"))) {
            assertThat(stack.processor().get("/-/ready").status()).isEqualTo(503);
            stack.cloud.s3().createBucket("later", AnonymousAccess.NONE);
            Eventually.until(
                    "it is ready", () -> stack.processor().get("/-/ready").status() == 200);
            assertThat(stack.processor().get("/a_60_40.jpg").status()).isEqualTo(404);
        }
    }

    @Test
    void readiness_that_is_asked_for_again_and_again_asks_s3_seldom() throws Exception {
        try (Stack stack = Stack.start(data, Map.of())) {
            stack.processor().get("/-/ready");
            int before = stack.between.gets.get();
            for (int i = 0; i < 100; i++) {
                assertThat(stack.processor().get("/-/ready").status()).isEqualTo(200);
            }
            assertThat(stack.between.gets.get() - before).isLessThan(100);
        }
    }

    @ParameterizedTest
    @CsvSource({"granted, 503", "denied, 404"})
    void a_403_is_a_missing_original_only_where_the_role_may_not_list(String permission, int status) throws Exception {
        try (Stack stack = Stack.start(data, Map.of("s3.list-permission", permission))) {
            stack.between.forbidsWhatIsMissing = true;
            assertThat(stack.processor().get("/a_60_40.jpg").status()).isEqualTo(status);
            int readiness = status == 404 ? 200 : 503;
            Eventually.until(
                    "readiness is " + readiness,
                    () -> stack.processor().get("/-/ready").status() == readiness);
        }
    }

    @Test
    void where_the_role_may_not_list_a_missing_rendition_is_made_and_stored() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("s3.list-permission", "denied"))) {
            stack.between.forbidsWhatIsMissing = true;
            stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
            assertThat(stack.processor().get("/a_60_40.jpg").status()).isEqualTo(200);
            assertThat(stack.storedAfter(1)).containsExactly("a_60_40.jpg");
        }
    }

    @Test
    void what_is_to_be_stored_waits_while_s3_forbids_to_look_at_its_original() throws Exception {
        try (Stack stack = Stack.start(data, Map.of())) {
            stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
            stack.between.headStatus = 403;
            assertThat(stack.processor().get("/a_60_40.jpg").status()).isEqualTo(200);
            Eventually.until(
                    "a try has failed", () -> stack.metric("latent_write_backs_total{outcome=\"failed\"}") > 0);
            assertThat(stack.metric("latent_write_back_pending")).isEqualTo(1);
            stack.between.headStatus = 0;
            assertThat(stack.storedAfter(1)).containsExactly("a_60_40.jpg");
        }
    }
}
