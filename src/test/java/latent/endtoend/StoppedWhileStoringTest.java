package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import latent.kit.Eventually;
import latent.kit.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A processor that is stopped finishes each write once, and logs no error. */
class StoppedWhileStoringTest {
    private static final int RENDITIONS = 12;

    @TempDir
    private Path data;

    @Test
    void each_rendition_is_written_once_and_before_the_client_of_s3_is_closed() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr", "write-back.drain", "120"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(100, 100));
            CountDownLatch pass = new CountDownLatch(1);
            stack.between.putsMayPass = pass;
            for (int width = 1; width <= RENDITIONS; width++) {
                assertThat(stack.processor().get("/a_" + width + "_0.jpg").status())
                        .isEqualTo(200);
            }
            Eventually.until("some are being written", () -> stack.between.puts.get() > 0);
            Thread stopping = Thread.ofVirtual().start(stack.service::close);
            Eventually.until("the others are tried too", () -> stack.between.puts.get() >= RENDITIONS);
            pass.countDown();
            stopping.join();
            assertThat(stack.stored()).hasSize(RENDITIONS);
            assertThat(stack.between.puts).hasValue(RENDITIONS);
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("write-back of", "not written back");
    }
}
