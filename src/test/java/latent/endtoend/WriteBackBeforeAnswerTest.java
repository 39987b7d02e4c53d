package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import latent.kit.Eventually;
import latent.kit.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renditions that are stored before they are answered ({@code write-back.when=before-answer}). */
class WriteBackBeforeAnswerTest {
    @TempDir
    private Path data;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setErr(before);
    }

    @Test
    void the_answer_waits_until_s3_has_the_rendition() throws Exception {
        try (Stack stack = start("60")) {
            CountDownLatch pass = new CountDownLatch(1);
            stack.between.putsMayPass = pass;
            CompletableFuture<Integer> answer = ask(stack, "/a_60_0.jpg");
            Eventually.until("it is being stored", () -> stack.between.puts.get() == 1);
            assertThat(answer).isNotDone();
            pass.countDown();
            assertThat(answer.get()).isEqualTo(200);
            assertThat(stack.stored()).containsExactly("a_60_0.jpg");
        }
    }

    @Test
    void a_rendition_that_s3_refuses_is_answered_all_the_same_and_stored_when_s3_takes_it() throws Exception {
        try (Stack stack = start("60")) {
            stack.between.refusePuts = true;
            assertThat(ask(stack, "/a_60_0.jpg").get()).isEqualTo(200);
            assertThat(stack.stored()).isEmpty();
            assertThat(said()).contains("write-back of a_60_0.jpg failed");
            assertThat(stack.metric("latent_write_backs_total{outcome=\"failed\"}"))
                    .isPositive();
            stack.between.refusePuts = false;
            assertThat(stack.storedAfter(1)).containsExactly("a_60_0.jpg");
        }
    }

    @Test
    void an_s3_that_is_silent_holds_the_answer_no_longer_than_the_time_for_draining() throws Exception {
        try (Stack stack = start("1")) {
            CountDownLatch pass = new CountDownLatch(1);
            stack.between.putsMayPass = pass;
            assertThat(ask(stack, "/a_60_0.jpg").get()).isEqualTo(200);
            assertThat(stack.stored()).isEmpty();
            assertThat(said()).contains("write-back of a_60_0.jpg takes more than 1 s");
            pass.countDown();
            assertThat(stack.storedAfter(1)).containsExactly("a_60_0.jpg");
        }
    }

    private Stack start(String drainSeconds) throws Exception {
        Stack stack = Stack.start(
                data,
                Map.of(
                        "render.engine",
                        "imgscalr",
                        "write-back.when",
                        "before-answer",
                        "write-back.drain",
                        drainSeconds));
        stack.putOriginal("a.jpg", Stack.jpeg(100, 100));
        return stack;
    }

    private static CompletableFuture<Integer> ask(Stack stack, String path) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return stack.processor().get(path).status();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String said() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
