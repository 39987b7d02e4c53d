package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.pictures.Encoded;
import latent.pictures.FarHeaders;
import latent.pictures.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Originals and watermarks whose headers need the whole file, on a processor with one render thread. */
class FarHeadersInLittleRoomTest {
    private static final Map<String, String> ONE_THREAD = Map.of(
            "render.engine",
            "imgscalr",
            "render.threads",
            "1",
            "renditions.watermarks",
            "logo=logo.png",
            "originals.held-mebibytes",
            "0");

    private static final int VISITORS = 6;

    @TempDir
    private Path data = Path.of("");

    @Test
    void one_thread_is_enough_for_an_original_and_a_watermark_with_far_headers() throws Exception {
        try (Stack stack = Stack.start(data, ONE_THREAD)) {
            stack.putOriginal("logo.png", FarHeaders.png(Pictures.plain(40, 40, Color.RED), 5));
            stack.putOriginal("far.jpg", FarHeaders.jpeg(Pictures.plain(200, 200, Color.BLUE), 80));
            Answer answer = stack.processor().get("/far_100_0_wm-logo.jpg.png");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            BufferedImage made = Encoded.read(answer.body());
            assertThat(new Color(made.getRGB(10, 10)).getBlue()).isGreaterThan(200);
            assertThat(new Color(made.getRGB(90, 90)).getRed()).isGreaterThan(100);
        }
    }

    @Test
    void a_request_that_has_read_a_file_gives_its_room_to_those_that_wait_and_reads_it_once_more() throws Exception {
        try (Stack stack = Stack.start(data, ONE_THREAD);
                var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int original = 0; original < VISITORS; original++) {
                stack.putOriginal(original + ".jpg", FarHeaders.jpeg(Pictures.plain(200, 200, Color.BLUE), 80));
            }
            List<Future<Answer>> answers = IntStream.range(0, VISITORS)
                    .mapToObj(
                            original -> visitors.submit(() -> stack.processor().get("/" + original + "_100_0.jpg")))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
            }
            assertThat(stack.metric("latent_s3_calls_total{operation=\"GetObject\",outcome=\"200\"}"))
                    .isBetween(VISITORS + 1.0, 3.0 * VISITORS);
        }
    }
}
