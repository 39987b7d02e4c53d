package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import latent.kit.Stack;
import latent.local.RawHttp.Answer;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many originals, each of a colour of its own, asked for at once in many sizes: none is shown in a rendition of another, nor an older version. */
class SharedOriginalsTest {
    private static final int ORIGINALS = 6;
    private static final int ROUNDS = 3;
    private static final List<String> SIZES =
            List.of("_32%d_0.jpg", "_30%d_0.jpg.webp", "_28%d_200_fill.jpg", "_9%d_0.jpg");
    private static final List<String> SIZES_WITHOUT_WEBP = List.of("_32%d_0.jpg", "_9%d_0.jpg.png");

    @TempDir
    private Path data = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"vips", "imgscalr"})
    void each_rendition_has_the_colour_of_its_original(String engine) throws Exception {
        if (engine.equals("vips")) {
            LibvipsHere.orSkip();
        }
        Random random = new Random(1);
        try (Stack stack = Stack.start(data, Map.of("render.engine", engine, "render.threads", "2"));
                var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Integer> hues = new ArrayList<>();
                List<String> keys = new ArrayList<>();
                for (int i = 0; i < ORIGINALS; i++) {
                    int hue = random.nextInt(360);
                    hues.add(hue);
                    stack.putOriginal("o" + i + ".jpg", Encoded.jpeg(Pictures.plain(1600, 1200, colour(hue))));
                    for (String size : engine.equals("vips") ? SIZES : SIZES_WITHOUT_WEBP) {
                        // a new round has new keys, or what is stored would be the answer
                        keys.add("o" + i + size.formatted(round));
                    }
                }
                Collections.shuffle(keys, random);
                Map<String, Future<Answer>> answers = new LinkedHashMap<>();
                keys.forEach(key ->
                        answers.put(key, visitors.submit(() -> stack.processor().get("/" + key))));
                for (Map.Entry<String, Future<Answer>> answer : answers.entrySet()) {
                    int hue = hues.get(answer.getKey().charAt(1) - '0');
                    assertColour(answer.getKey(), answer.getValue().get(), colour(hue));
                }
            }
            double renditions = stack.metric("latent_render_seconds_count");
            assertThat(stack.metric("latent_s3_calls_total{operation=\"GetObject\",outcome=\"200\"}"))
                    .as("reads of originals for " + renditions + " renditions")
                    .isLessThan(renditions);
            if (engine.equals("vips")) {
                assertThat(stack.metric("latent_decodes_total{from=\"kept\"}"))
                        .as("renditions that needed no decode")
                        .isPositive();
            }
        }
    }

    @Test
    void a_family_of_eight_takes_one_decode() throws Exception {
        LibvipsHere.orSkip();
        try (Stack stack = Stack.start(data, Map.of("render.engine", "vips", "render.threads", "2"));
                var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            stack.putOriginal("a.jpg", Encoded.jpeg(Pictures.clouds(1600, 1200)));
            List<Future<Answer>> answers = new ArrayList<>();
            for (int width = 200; width < 320; width += 30) {
                for (String format : List.of("", ".webp")) {
                    String target = "/a_" + width + "_0.jpg" + format;
                    answers.add(visitors.submit(() -> stack.processor().get(target)));
                }
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(200);
            }
            assertThat(stack.metric("latent_decodes_total{from=\"file\"}")).isEqualTo(1);
            assertThat(stack.metric("latent_decodes_total{from=\"kept\"}")).isEqualTo(7);
        }
    }

    @Test
    void another_rendition_a_moment_later_needs_neither_the_file_nor_a_decode_and_a_new_version_needs_both()
            throws Exception {
        LibvipsHere.orSkip();
        try (Stack stack = Stack.start(data, Map.of("render.engine", "vips"))) {
            stack.putOriginal("a.jpg", Encoded.jpeg(Pictures.plain(1600, 1200, Color.RED)));
            assertColour("a_300_0.jpg", stack.processor().get("/a_300_0.jpg"), Color.RED);
            assertColour("a_290_0.jpg", stack.processor().get("/a_290_0.jpg"), Color.RED);
            assertThat(stack.metric("latent_decodes_total{from=\"file\"}")).isEqualTo(1);
            assertThat(stack.metric("latent_s3_calls_total{operation=\"GetObject\",outcome=\"200\"}"))
                    .isEqualTo(1);
            stack.putOriginal("a.jpg", Encoded.jpeg(Pictures.plain(1600, 1200, Color.BLUE)));
            assertColour("a_280_0.jpg", stack.processor().get("/a_280_0.jpg"), Color.BLUE);
            assertThat(stack.metric("latent_decodes_total{from=\"file\"}")).isEqualTo(2);
        }
    }

    @Test
    void where_memory_gets_short_files_go_before_what_was_decoded_of_them() throws Exception {
        LibvipsHere.orSkip();
        Map<String, String> narrow = Map.of("render.engine", "vips", "originals.held-mebibytes", "2");
        try (Stack stack = Stack.start(data, narrow)) {
            // A file takes 0.6 MiB, and 0.35 what is decoded of it: two originals fit as a whole, three do as decoded
            // pictures and one file.
            byte[] original = Arrays.copyOf(Encoded.jpeg(Pictures.plain(1600, 1200, Color.RED)), 600 << 10);
            original[original.length - 2] = (byte) 0xff;
            original[original.length - 1] = (byte) 0xd9;
            for (int width : List.of(300, 290)) {
                for (String name : List.of("a", "b", "c")) {
                    if (width == 300) {
                        stack.putOriginal(name + ".jpg", original);
                    }
                    String key = name + "_" + width + "_0.jpg";
                    assertColour(key, stack.processor().get("/" + key), Color.RED);
                    assertThat(stack.metric("latent_originals_held_bytes")).isLessThanOrEqualTo(2 << 20);
                }
            }
            assertThat(stack.metric("latent_decodes_total{from=\"file\"}")).isEqualTo(3);
            assertThat(stack.metric("latent_decodes_total{from=\"kept\"}")).isEqualTo(3);
            assertColour("a_700_0.jpg", stack.processor().get("/a_700_0.jpg"), Color.RED);
        }
    }

    private static Color colour(int hue) {
        return new Color(Color.HSBtoRGB(hue / 360f, 1, 1));
    }

    private static void assertColour(String key, Answer answer, Color wanted) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        if (!key.endsWith(".webp")) {
            Color seen = new Color(Encoded.read(answer.body()).getRGB(40, 40));
            assertThat(Math.abs(seen.getRed() - wanted.getRed())
                            + Math.abs(seen.getGreen() - wanted.getGreen())
                            + Math.abs(seen.getBlue() - wanted.getBlue()))
                    .as(key + " is " + seen + " and not " + wanted)
                    .isLessThan(20);
        }
    }
}
