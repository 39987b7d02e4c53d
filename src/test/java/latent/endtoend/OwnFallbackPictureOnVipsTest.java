package latent.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import latent.image.ImageFormat;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.Test;

/** The same claims, with libvips in its workers, and those that only it can hold. */
class OwnFallbackPictureOnVipsTest extends OwnFallbackPictureTest {
    @Override
    String engine() {
        LibvipsHere.orSkip();
        return "vips";
    }

    @Test
    void the_picture_is_made_in_each_format_that_is_written() throws Exception {
        try (Stack stack = start("s3", Map.of("fallback.picture", "builtin"))) {
            for (ImageFormat format : ImageFormat.values()) {
                if (format.ofRenditions()) {
                    Answer answer = stack.processor().get("/nothing_60_40.bmp." + format.extension());
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.header("Content-Type")).contains(format.mediaType());
                    assertThat(answer.body()).hasSizeBetween(100, 8 << 10);
                }
            }
            assertSentence(stack.processor().get("/nothing_60_40.tiff"), 404);
        }
    }

    @Test
    void an_svg_of_the_operator_s_is_drawn() throws Exception {
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='10' height='10' fill='lime'/></svg>";
        try (Stack stack = startWith("brand/lost.svg", svg.getBytes(UTF_8), Map.of("originals.svg", "drawn"))) {
            Answer answer = stack.processor().get("/nothing_60_40.svg.png");
            assertThat(assertFallback(answer, 404, "image/png").getRGB(2, 2)).isEqualTo(0xff00ff00);
        }
    }
}
