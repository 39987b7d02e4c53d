package latent.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.io.TempDir;

/** Stacks with originals of every kind that cannot be shown, with and without fallback pictures. */
abstract class FallbackSetUp {
    /** A rendition of each, and the reason of its refusal. */
    static final Map<String, String> REFUSED = Map.of(
            "/nothing_600_400.jpg", "ORIGINAL_MISSING",
            "/nothing_600_400_max-20000.jpg", "ORIGINAL_MISSING",
            "/nothing-200x0_up.jpg.png", "ORIGINAL_MISSING",
            "/nothing_200_0.svg.png", "ORIGINAL_MISSING",
            "/text_60_40.jpg", "NOT_A_PICTURE",
            "/empty_60_40.png", "NOT_A_PICTURE",
            "/torn_60_40.jpg", "NOT_A_PICTURE",
            "/film_60_40.jpg", "UNSUPPORTED_FORMAT",
            "/large_60_40.jpg.png", "TOO_LARGE",
            "/small_4096_4096_force_up_blur-500.jpg", "OVER_MAX_COST");

    @TempDir
    Path data;

    /** The engine that makes these claims true; a subclass asks the other. */
    String engine() {
        return "imgscalr";
    }

    Stack start(String folder, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(Map.of("render.engine", engine(), "render.max-cost", "1", "originals.max-megapixels", "1"));
        Stack stack = Stack.start(data.resolve(folder), all);
        byte[] whole = Stack.jpeg(600, 450);
        stack.putOriginal("small.jpg", Stack.jpeg(100, 75));
        stack.putOriginal("text.jpg", "not a picture at all".getBytes(US_ASCII));
        stack.putOriginal("empty.png", new byte[0]);
        stack.putOriginal("torn.jpg", Arrays.copyOf(whole, whole.length / 2));
        stack.putOriginal("film.jpg", "\0\0\0\24ftypisom\0\0\2\0isom".getBytes(US_ASCII));
        stack.putOriginal("large.jpg", Stack.jpeg(1200, 900));
        return stack;
    }

    static BufferedImage assertFallback(Answer answer, int status, String mediaType) throws IOException {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains(mediaType);
        assertThat(answer.header("Content-Length")).contains(Integer.toString(answer.body().length));
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.header("Vary")).contains("Accept");
        assertThat(answer.body()).hasSizeBetween(100, 32 << 10);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(List.of(picture.getWidth(), picture.getHeight()))
                .allSatisfy(side -> assertThat(side).isBetween(1, 240));
        return picture;
    }

    static void assertSentence(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.header("X-Refusal")).isEmpty();
        assertThat(answer.text()).endsWith(".\n");
    }
}
