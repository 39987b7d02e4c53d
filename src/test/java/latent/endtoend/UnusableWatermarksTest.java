package latent.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import latent.kit.CapturedLog;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.render.vips.LibvipsHere;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Watermarks that cannot be used, or are replaced while they are read. */
@NullMarked
class UnusableWatermarksTest {
    private static final String MARKS =
            "gone=marks/gone.png,text=marks/text.png,half=marks/half.png,long=marks/long.jpg";

    /** Zeros behind the picture: the header is seen before they have come. */
    private static final int LONGER_THAN_A_HEAD = 3 << 20;

    @TempDir
    private Path data = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"imgscalr", "vips"})
    void whatever_is_wrong_with_a_watermark_is_answered_alike_and_is_not_said_of_the_original(String engine)
            throws Exception {
        if (engine.equals("vips")) {
            LibvipsHere.orSkip();
        }
        try (CapturedLog log = new CapturedLog();
                Stack stack = start(engine)) {
            stack.putOriginal("marks/text.png", "no picture at all".getBytes(US_ASCII));
            stack.putOriginal("marks/half.png", Encoded.cut(Encoded.png(Pictures.clouds(200, 150)), 0.6));
            String caching = "";
            for (String mark : List.of("unknown", "gone", "text", "half")) {
                String path = "/photo_60_40_wm-" + mark + ".jpg";
                Answer answer = stack.processor().get(path);
                assertThat(answer.status()).as(mark).isEqualTo(404);
                assertThat(answer.text()).contains("watermark").doesNotContain("marks/");
                String thisCaching = answer.header("Cache-Control").orElseThrow();
                assertThat(thisCaching).as(mark).isEqualTo(caching.isEmpty() ? thisCaching : caching);
                caching = thisCaching;
                assertThat(log.line("\"target\":\"" + path + "\"")).contains("NOT_A_RENDITION");
            }
            assertThat(stack.processor().get("/photo_60_40.jpg").status()).isEqualTo(200);
        }
    }

    @Test
    void a_watermark_that_is_replaced_while_it_is_read_is_read_again() throws Exception {
        try (Stack stack = start("imgscalr")) {
            AtomicInteger replaced = replaceWhileRead(stack, 1);
            Answer answer = stack.processor().get("/photo_60_40_wm-long.jpg");
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(replaced).hasValue(1);
        }
    }

    @Test
    void one_that_is_replaced_again_and_again_is_a_fault_that_says_so() throws Exception {
        try (CapturedLog log = new CapturedLog();
                Stack stack = start("imgscalr")) {
            AtomicInteger replaced = replaceWhileRead(stack, Integer.MAX_VALUE);
            Answer answer = stack.processor().get("/photo_60_40_wm-long.jpg");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(log.line("\"target\":\"/photo_60_40_wm-long.jpg\"")).contains("CHANGED_WHILE_READ");
            assertThat(replaced).hasValue(3);
        }
    }

    private Stack start(String engine) throws Exception {
        Stack stack = Stack.start(
                data, Map.of("render.engine", engine, "log.format", "json", "renditions.watermarks", MARKS));
        stack.putOriginal("photo.jpg", Stack.jpeg(120, 90));
        return stack;
    }

    /** Its body arrives damaged, so that the same version is asked for again, and by then there is another. */
    private static AtomicInteger replaceWhileRead(Stack stack, int times) {
        AtomicInteger replaced = new AtomicInteger();
        put(stack, 0);
        damageNextBody(stack);
        stack.between.onRequest = line -> {
            if (line.equals("GET /originals/marks/long.jpg")
                    && stack.between.flipped.get() == 1
                    && replaced.get() < times) {
                put(stack, replaced.incrementAndGet());
                if (replaced.get() < times) {
                    damageNextBody(stack);
                }
            }
        };
        return replaced;
    }

    private static void put(Stack stack, int version) {
        byte[] mark = Encoded.jpeg(Pictures.plain(40, 40, new Color(version * 40)));
        stack.putOriginal("marks/long.jpg", Encoded.join(mark, new byte[LONGER_THAN_A_HEAD]));
    }

    private static void damageNextBody(Stack stack) {
        stack.between.flipped.set(0);
        stack.between.flipOnce(body -> body.length > LONGER_THAN_A_HEAD, LONGER_THAN_A_HEAD);
    }
}
