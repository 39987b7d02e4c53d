package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import latent.WarmService;
import latent.config.ConfigurationException;
import latent.config.SettingSources;
import latent.kit.Eventually;
import latent.kit.Stack;
import org.junit.jupiter.api.Test;

/** What happens to messages and renditions when something goes wrong on the way from a changed original to its new renditions. */
class WarmFailuresTest extends WarmSetUp {
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
    void messages_that_s3_has_not_sent_go_to_the_dead_letter_queue_and_the_worker_goes_on() throws Exception {
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
    void two_workers_that_get_each_message_twice_make_each_rendition_right() throws Exception {
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
    void what_a_killed_worker_purged_is_invalidated_at_the_edges_when_the_message_comes_again() throws Exception {
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
}
