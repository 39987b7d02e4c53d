package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.pictures.Encoded;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that would run into the deadline is refused before anything is decoded, and other keys of its original are rendered. */
class TooCostlyTest {
    @TempDir
    private Path data;

    @Test
    void a_key_that_costs_too_much_is_refused_at_once_and_others_of_its_original_are_made() throws Exception {
        try (Stack stack = Stack.start(data, Map.of("render.engine", "imgscalr", "render.max-cost", "1"))) {
            stack.putOriginal("a.jpg", Stack.jpeg(100, 100));
            Answer refused = stack.processor().get("/a_4096_4096_force_up_blur-500.jpg");
            assertThat(refused.status()).isEqualTo(415);
            assertThat(refused.header("Cache-Control")).contains("public, max-age=300");
            assertThat(refused.text()).contains("at most 1 s are allowed", "ask for a smaller size");
            assertThat(stack.metric("latent_refusals_total{reason=\"OVER_MAX_COST\"}"))
                    .isOne();
            assertThat(stack.metric("latent_render_seconds_count")).isZero();
            assertThat(stack.metric("latent_rate_limit_originals")).isLessThanOrEqualTo(1);
            assertThat(stack.processor().get("/a_50_0.jpg").status()).isEqualTo(200);
        }
    }

    @Test
    void frames_that_only_the_whole_file_tells_are_counted_before_the_render() throws Exception {
        LibvipsHere.orSkip();
        BufferedImage[] frames = new BufferedImage[19];
        Random random = new Random(1);
        for (int i = 0; i < frames.length; i++) {
            frames[i] = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < 320 * 240; pixel++) {
                frames[i].setRGB(pixel % 320, pixel / 320, random.nextInt(1 << 24));
            }
        }
        byte[] animation = Encoded.gif(frames);
        assertThat(animation.length)
                .as("the first bytes do not tell the frames")
                .isGreaterThan(1 << 20);
        try (Stack stack = Stack.start(data, Map.of("render.engine", "vips"))) {
            stack.putOriginal("x.gif", animation);
            Answer refused = stack.processor().get("/x_1200_0_up.gif");
            assertThat(refused.status()).isEqualTo(415);
            assertThat(refused.text()).contains("at most 6 s are allowed");
            assertThat(stack.metric("latent_render_seconds_count")).isZero();
            assertThat(stack.processor().get("/x_32_0.gif").status()).isEqualTo(200);
        }
    }
}
