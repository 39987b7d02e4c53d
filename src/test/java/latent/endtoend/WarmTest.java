package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import latent.WarmService;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.local.TestS3;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** What happens when an original changes. */
class WarmTest extends WarmSetUp {
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
    void a_rendition_of_a_version_that_is_gone_is_removed_and_not_made_again() throws Exception {
        stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
        String versioned = "a_60_40_v-" + head("originals", "a.jpg").eTag().substring(1, 9) + ".jpg";
        visit(List.of(versioned, "a-30x30.jpg"));
        stack.putOriginal("a.jpg", Stack.jpeg(90, 120));
        worker();
        queue.send(created("a.jpg"));
        Eventually.until("the work is done", () -> queue.left() == 0);
        assertThat(stack.stored()).containsExactly("a-30x30.jpg");
        assertThat(head("renditions", "a-30x30.jpg").metadata())
                .containsEntry("source-etag", head("originals", "a.jpg").eTag());
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
    void messages_of_another_s3_implementation_about_uploads_are_understood() throws Exception {
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
        assertThat(aws.forgotten(distribution)).containsExactly("/sommer%20fest/gr%C3%B6%C3%9Fe%20a%2Bb*");
    }
}
