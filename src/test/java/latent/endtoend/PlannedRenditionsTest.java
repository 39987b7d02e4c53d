package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.plan.PlanReport;
import latent.plan.PlanRequest.StaleBy;
import latent.spark.WarmReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Plans that are made and carried out, and what visitors get afterwards. */
class PlannedRenditionsTest extends PlannedSetUp {
    private static final List<String> WANTED = List.of("** 60_0,40x40_fill original,png");

    @Test
    void warm_makes_the_bytes_that_a_visitor_would_get_and_reads_each_original_once(@TempDir Path folder)
            throws Exception {
        stack.putOriginal("a.jpg", noise(400, 300));
        stack.putOriginal("dir/b.jpg", Stack.jpeg(120, 90));
        stack.putOriginal("dir/broken.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
        stack.s3.put("renditions", "dir/b_60_0.jpg", "there before");
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        stack.between.onRequest = asked::add;
        stack.between.onAnswer = answered::add;

        PlanReport plan = plan(folder, WANTED);
        assertThat(plan.counts().toMake()).isEqualTo(11);
        stack.s3.put("renditions", "dir/b_60_0.jpg.png", "made meanwhile");
        asked.clear();
        answered.clear();
        WarmReport report = warm(folder);

        assertThat(report.asked()).isEqualTo(11);
        assertThat(report.made()).isEqualTo(6);
        assertThat(report.there()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(4);
        assertThat(report.failed()).isZero();
        assertThat(report.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.count()).isEqualTo(4);
            assertThat(reason.detail()).isNotBlank();
        });
        assertThat(asked.stream().filter(line -> line.startsWith("PUT ")))
                .hasSize(6)
                .doesNotHaveDuplicates();
        assertThat(answered.stream().filter(line -> line.matches("GET /originals/(a|dir/b)\\.jpg 20[06]")))
                .as("each is sent once; that it is still the same may be asked more often")
                .containsExactlyInAnyOrder("GET /originals/a.jpg 200", "GET /originals/dir/b.jpg 200");

        Map<String, ResponseBytes<GetObjectResponse>> made = new LinkedHashMap<>();
        for (String key : List.of("a_60_0.jpg", "a_60_0.jpg.png", "a-40x40_fill.jpg", "dir/b-40x40_fill.jpg.png")) {
            made.put(key, stored(key));
            stack.s3.client().deleteObject(delete -> delete.bucket("renditions").key(key));
        }
        int left = stack.stored().size();
        for (String key : made.keySet()) {
            assertThat(stack.processor().get("/" + key).body())
                    .as(key)
                    .isEqualTo(made.get(key).asByteArray());
        }
        stack.storedAfter(left + made.size());
        for (String key : made.keySet()) {
            GetObjectResponse visitors = stored(key).response();
            GetObjectResponse planned = made.get(key).response();
            assertThat(planned.metadata())
                    .as(key)
                    .isEqualTo(visitors.metadata())
                    .containsKey("source-etag");
            assertThat(planned.contentType()).isEqualTo(visitors.contentType());
            assertThat(planned.cacheControl()).isEqualTo(visitors.cacheControl());
        }
    }

    @Test
    void what_is_stale_is_removed_and_made_anew_and_a_second_run_makes_nothing(@TempDir Path folder) throws Exception {
        stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
        plan(folder, List.of("** 60_0"));
        assertThat(warm(folder).made()).isEqualTo(1);
        assertThat(stack.processor().get("/a_33_0.jpg").status()).isEqualTo(200);
        stack.storedAfter(2);
        long second = Instant.now().getEpochSecond();
        Eventually.until("S3's clock shows another second", () -> Instant.now().getEpochSecond() > second);
        stack.putOriginal("a.jpg", Stack.jpeg(90, 120));

        PlanReport plan = plan(folder, List.of("** 60_0"));
        assertThat(plan.counts().stale()).isEqualTo(2);
        assertThat(plan.counts().toMake()).isEqualTo(1);
        assertThat(warm(folder).made())
                .as("the one that somebody asked for is in use, so it is made again too")
                .isEqualTo(2);
        String now = stack.s3
                .client()
                .headObject(h -> h.bucket("originals").key("a.jpg"))
                .eTag();
        for (String key : List.of("a_60_0.jpg", "a_33_0.jpg")) {
            assertThat(stored(key).response().metadata()).containsEntry("source-etag", now);
        }

        stack.between.puts.set(0);
        assertThat(plan(folder, List.of("** 60_0")).counts().toMake()).isZero();
        assertThat(warm(folder).asked()).isZero();
        assertThat(stack.between.puts).hasValue(0);
    }

    @Test
    void a_rendition_that_says_what_it_was_made_from_is_stale_whatever_its_date_says(@TempDir Path folder)
            throws Exception {
        stack.putOriginal("a.jpg", Stack.jpeg(120, 90));
        String now = stack.s3
                .client()
                .headObject(h -> h.bucket("originals").key("a.jpg"))
                .eTag();
        stack.s3.put(
                "renditions", "a_60_0.jpg", "of another", put -> put.metadata(Map.of("source-etag", "\"another\"")));
        stack.s3.put("renditions", "a_50_0.jpg", "of this one", put -> put.metadata(Map.of("source-etag", now)));
        stack.s3.put("renditions", "a_40_0.jpg", "does not say");
        List<String> wanted = List.of("** 60_0,50_0,40_0");
        assertThat(plan(folder, wanted).counts().stale()).as("by date").isZero();
        PlanReport plan = plan(folder, wanted, StaleBy.SOURCE);
        assertThat(plan.counts().stale()).isEqualTo(1);
        assertThat(plan.counts().present()).isEqualTo(2);
        assertThat(warm(folder).made()).isEqualTo(1);
        assertThat(stored("a_60_0.jpg").response().metadata()).containsEntry("source-etag", now);
    }
}
