package latent.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import org.junit.jupiter.api.Test;

/** A fallback picture of the operator's own, in the bucket of originals; with the portable engine. */
class OwnFallbackPictureTest extends FallbackSetUp {
    @Test
    void the_picture_is_shown_small_in_the_format_of_the_key_and_never_stored() throws Exception {
        try (Stack stack = startWith("brand/lost.jpg", Stack.jpeg(1000, 500), Map.of())) {
            BufferedImage jpeg = assertFallback(stack.processor().get("/nothing_60_40.jpg"), 404, "image/jpeg");
            assertThat(jpeg.getWidth()).isEqualTo(240);
            assertThat(jpeg.getHeight()).isEqualTo(120);
            Answer png = stack.processor().get("/text_600_400.jpg.png");
            assertThat(png.status()).isEqualTo(415);
            assertThat(png.header("Content-Type")).contains("image/png");
            assertThat(stack.stored()).isEmpty();
        }
    }

    @Test
    void the_picture_is_read_at_the_start_and_not_again() throws Exception {
        try (Stack stack = startWith("brand/lost.jpg", Stack.jpeg(1000, 500), Map.of())) {
            byte[] before = stack.processor().get("/nothing_60_40.jpg").body();
            stack.s3.client().deleteObject(gone -> gone.bucket("originals").key("brand/lost.jpg"));
            assertThat(stack.processor().get("/gone_60_40.jpg").body()).isEqualTo(before);
        }
    }

    @Test
    void a_picture_that_is_missing_or_broken_is_reported_at_the_start_and_refusals_are_text() throws Exception {
        PrintStream before = System.err;
        for (Map.Entry<String, byte[]> picture : Map.of(
                        "brand/other.png", new byte[] {1}, "brand/lost.png", "broken".getBytes(UTF_8))
                .entrySet()) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            System.setErr(new PrintStream(log, true, UTF_8));
            try (Stack stack = startWith("brand/lost.png", picture.getKey(), picture.getValue(), Map.of())) {
                boolean missing = !picture.getKey().equals("brand/lost.png");
                assertThat(log.toString(UTF_8).lines().filter(line -> line.contains("fallback.picture")))
                        .singleElement()
                        .asString()
                        .contains(
                                missing
                                        ? "JPEG: There is no original brand/lost.png."
                                        : "JPEG: The original is not a whole picture")
                        .contains("Refusals are text until it can");
                assertSentence(stack.processor().get("/nothing_60_40.jpg"), 404);
                assertSentence(stack.processor().get("/text_60_40.jpg"), 415);
            } finally {
                System.setErr(before);
            }
        }
    }

    @Test
    void the_picture_is_no_larger_than_the_longest_side_that_keys_may_have() throws Exception {
        Map<String, String> tight = Map.of("keys.max-side", "64");
        try (Stack stack = startWith("brand/lost.jpg", Stack.jpeg(1000, 500), tight)) {
            assertThat(assertFallback(stack.processor().get("/nothing_60_40.jpg"), 404, "image/jpeg")
                            .getWidth())
                    .isEqualTo(64);
        }
    }

    Stack startWith(String key, byte[] bytes, Map<String, String> settings) throws IOException {
        return startWith(key, key, bytes, settings);
    }

    /** A stack in whose bucket an object lies before the processor starts. */
    private Stack startWith(String setting, String key, byte[] bytes, Map<String, String> settings) throws IOException {
        try (Stack before = start(key, Map.of())) {
            before.putOriginal(key, bytes);
        }
        Map<String, String> all = new HashMap<>(settings);
        all.put("fallback.picture", setting);
        return start(key, all);
    }
}
