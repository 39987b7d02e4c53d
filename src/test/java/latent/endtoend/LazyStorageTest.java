package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** What is stored and when, while S3 fails, while others store, and when the processor stops; with the portable engine. */
class LazyStorageTest extends LazyRenditionSetUp {
    @Test
    void what_was_made_of_an_original_that_has_been_replaced_since_is_not_stored() throws Exception {
        stack.between.refusePuts = true;
        assertThat(stack.processor().get("/widgets/myimage_60_40.jpg").status()).isEqualTo(200);
        stack.putOriginal("widgets/myimage.jpg", Stack.jpeg(900, 1200));
        Eventually.until("nothing waits to be stored", () -> stack.metric("latent_write_back_pending") == 0);
        assertThat(stack.stored()).isEmpty();
        assertThat(stack.metric("latent_write_backs_total{outcome=\"outdated\"}"))
                .isEqualTo(1);
    }

    @Test
    void what_somebody_else_stored_meanwhile_is_served_as_it_is() throws Exception {
        stack.s3.put("renditions", "widgets/myimage_7_7.jpg", "theirs", put -> put.contentType("image/jpeg"));
        Answer answer = stack.processor().get("/widgets/myimage_7_7.jpg");
        assertThat(answer.text()).isEqualTo("theirs");
        assertThat(stack.metric("latent_render_seconds_count")).isZero();
    }

    @Test
    void when_s3_refuses_puts_visitors_are_served_and_the_object_comes_when_it_is_back() throws Exception {
        stack.between.refusePuts = true;
        Answer first = stack.processor().get("/widgets/myimage_60_40.jpg");
        Answer second = stack.processor().get("/widgets/myimage_60_40.jpg");
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(stack.metric("latent_render_seconds_count")).isEqualTo(1);
        assertThat(stack.stored()).isEmpty();

        stack.between.refusePuts = false;
        assertThat(stack.storedAfter(1)).containsExactly("widgets/myimage_60_40.jpg");
        assertThat(stack.website().get("/widgets/myimage_60_40.jpg").body()).isEqualTo(first.body());
    }

    @Test
    void a_visitor_who_waits_is_answered_before_the_processor_stops() throws Exception {
        stack.between.delay = Duration.ofMillis(300);
        int before = stack.between.gets.get();
        var waiting = Executors.newSingleThreadExecutor()
                .submit(() -> stack.processor().get("/widgets/myimage_60_40.jpg"));
        while (stack.between.gets.get() == before) {
            Thread.onSpinWait();
        }
        stack.service.close();
        assertThat(waiting.get().status()).isEqualTo(200);
        assertThat(stack.stored()).containsExactly("widgets/myimage_60_40.jpg");
    }

    @Test
    void what_waits_to_be_stored_is_stored_before_the_processor_stops() throws Exception {
        stack.between.refusePuts = true;
        stack.processor().get("/widgets/myimage_60_40.jpg");
        stack.between.refusePuts = false;
        stack.service.close();
        assertThat(stack.stored()).containsExactly("widgets/myimage_60_40.jpg");
    }

    @Test
    void what_is_stored_is_served_although_its_original_was_missing_a_moment_ago() throws Exception {
        assertRefused(stack.processor().get("/widgets/gone_600_400.jpg"), 404);
        byte[] rendition = Stack.jpeg(60, 40);
        stack.s3
                .client()
                .putObject(
                        put -> put.bucket("renditions")
                                .key("widgets/gone_60_40.jpg")
                                .contentType("image/jpeg"),
                        RequestBody.fromBytes(rendition));
        Answer stored = stack.processor().get("/widgets/gone_60_40.jpg");
        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.body()).isEqualTo(rendition);
        assertRefused(stack.processor().get("/widgets/gone_600_400.jpg"), 404);
    }
}
