package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many requests to S3 a rendition costs, alone and in company. */
class RequestsToS3Test {
    private static final int FAMILY = 8;

    @TempDir
    private Path data = Path.of("");

    @Test
    void a_rendition_alone_costs_a_look_a_read_a_write_and_a_question_for_the_version() throws Exception {
        try (Stack stack = start()) {
            int atTheStart = stack.between.requests("GET");
            assertThat(stack.processor().get("/a_60_40.jpg").status()).isEqualTo(200);
            stack.storedAfter(1);
            assertThat(stack.between.requests("GET") - atTheStart).isEqualTo(2);
            assertThat(stack.between.requests("PUT")).isEqualTo(1);
            assertThat(stack.between.requests("HEAD")).isEqualTo(1);
            assertThat(stack.between.requests("LIST")).isZero();
        }
    }

    @Test
    void a_family_reads_its_original_once_and_asks_for_the_version_once_or_twice() throws Exception {
        try (Stack stack = start();
                var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch looks = new CountDownLatch(FAMILY);
            stack.between.beforePart = range -> {
                looks.countDown();
                await(looks);
            };
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < FAMILY; i++) {
                String target = "/a_" + (60 + i / 2) + "_40.jpg" + (i % 2 == 0 ? "" : ".png");
                answers.add(visitors.submit(() -> stack.processor().get(target)));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
            }
            stack.storedAfter(FAMILY);
            assertThat(stack.metric("latent_s3_calls_total{operation=\"GetObject\",outcome=\"200\"}"))
                    .as("reads of the original")
                    .isEqualTo(1);
            assertThat(stack.between.requests("PUT")).isEqualTo(FAMILY);
            assertThat(stack.between.requests("HEAD")).isLessThan(FAMILY);
        }
    }

    @Test
    void an_original_of_which_a_rendition_was_made_a_moment_ago_is_not_sent_again_and_a_new_version_is()
            throws Exception {
        try (Stack stack = start()) {
            stack.processor().get("/a_60_40.jpg");
            stack.processor().get("/a_61_40.jpg");
            String same = "latent_s3_calls_total{operation=\"GetObject\",outcome=\"304\"}";
            assertThat(stack.metric(same)).isEqualTo(1);
            stack.putOriginal("a.jpg", Stack.jpeg(40, 120));
            Answer answer = stack.processor().get("/a_40_40_force_up.jpg");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(stack.metric(same)).isEqualTo(1);
            assertThat(stack.metric("latent_s3_calls_total{operation=\"GetObject\",outcome=\"200\"}"))
                    .isEqualTo(2);
        }
    }

    @Test
    void where_most_is_stored_the_original_is_not_opened_before_that_is_known() throws Exception {
        try (Stack stack = start()) {
            stack.processor().get("/a_60_40.jpg");
            stack.storedAfter(1);
            for (int i = 0; i < 30; i++) {
                assertThat(stack.processor().get("/a_60_40.jpg").status()).isEqualTo(200);
            }
            int before = stack.between.requests("GET");
            for (int i = 0; i < 10; i++) {
                assertThat(stack.processor().get("/a_60_40.jpg").status()).isEqualTo(200);
            }
            assertThat(stack.between.requests("GET") - before).isEqualTo(10);
        }
    }

    private Stack start() throws Exception {
        Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr"));
        stack.putOriginal("a.jpg", Stack.jpeg(1200, 900));
        return stack;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
