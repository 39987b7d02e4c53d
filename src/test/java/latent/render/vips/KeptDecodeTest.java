package latent.render.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.image.ImageHeader;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Transformation;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.refusal.Refusal;
import latent.render.DecodeReuse;
import latent.render.RenderSettings;
import latent.render.SourceFile;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is decoded once for several renditions, in the engine as a worker has it. */
class KeptDecodeTest {
    private static final List<String> FAMILY = List.of(
            "a_320_0.jpg",
            "a_320_0.jpg.webp",
            "a_300_0.jpg",
            "a_100_0.jpg",
            "a_250_250_fill.jpg",
            "a_280_0_gray.jpg.png",
            "a_800_0.jpg",
            "a_310_0.jpg");

    private final byte[] photograph = Encoded.jpeg(Pictures.clouds(1600, 1200));
    private final Arena arena = Arena.ofConfined();
    private VipsEngine engine;

    @BeforeEach
    void start() {
        engine = new VipsEngine(LibvipsHere.orSkip(), RenderSettings.DEFAULT);
    }

    @AfterEach
    void stop() {
        arena.close();
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void renditions_that_share_a_decode_have_the_same_bytes_as_alone() {
        int reused = 0;
        for (String key : FAMILY) {
            byte[] alone = engine.render(source(photograph), asked(key), Optional.empty());
            byte[] inCompany =
                    engine.render(source(photograph), asked(key), Optional.empty(), new DecodeReuse(1, true));
            assertThat(inCompany).as(key).isEqualTo(alone);
            reused += engine.reusedDecode() ? 1 : 0;
        }
        assertThat(reused).isGreaterThanOrEqualTo(3);
    }

    @Test
    void another_original_or_another_version_has_its_own_pixels() {
        for (long number = 1; number < 20; number++) {
            Color colour = new Color(Color.HSBtoRGB(number / 20f, 1, 1));
            byte[] original = Encoded.jpeg(Pictures.plain(1600, 1200, colour));
            byte[] made = engine.render(
                    source(original), asked("a_320_0.jpg.png"), Optional.empty(), new DecodeReuse(number, true));
            assertThat(engine.reusedDecode()).isFalse();
            Color pixel = new Color(Encoded.read(made).getRGB(100, 100));
            assertThat(Math.abs(pixel.getRed() - colour.getRed())
                            + Math.abs(pixel.getGreen() - colour.getGreen())
                            + Math.abs(pixel.getBlue() - colour.getBlue()))
                    .isLessThan(12);
        }
    }

    @Test
    void a_watermark_is_never_taken_for_the_original() {
        DecodeReuse reuse = new DecodeReuse(1, true);
        engine.render(source(photograph), asked("a_320_0.jpg"), Optional.empty(), reuse);
        byte[] mark = Encoded.jpeg(Pictures.plain(1600, 1200, Color.RED));
        byte[] inCompany =
                engine.render(source(photograph), asked("a_320_0_wm-logo.jpg"), Optional.of(source(mark)), reuse);
        assertThat(engine.reusedDecode()).isTrue();
        assertThat(inCompany)
                .isEqualTo(engine.render(source(photograph), asked("a_320_0_wm-logo.jpg"), Optional.of(source(mark))));
    }

    @Test
    void no_decode_is_kept_when_no_other_rendition_waits_for_it() {
        engine.render(source(photograph), asked("a_320_0.jpg"), Optional.empty(), new DecodeReuse(1, false));
        engine.render(source(photograph), asked("a_300_0.jpg"), Optional.empty(), new DecodeReuse(1, true));
        assertThat(engine.reusedDecode()).isFalse();
    }

    @Test
    void a_damaged_original_is_refused_each_time() {
        byte[] torn = Arrays.copyOf(photograph, photograph.length / 2);
        for (String key : List.of("a_320_0.jpg", "a_300_0.jpg")) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(
                            () -> engine.render(source(torn), asked(key), Optional.empty(), new DecodeReuse(1, true)));
        }
    }

    private SourceFile<MemorySegment> source(byte[] file) {
        ImageHeader header = new HeaderGate(Limits.DEFAULT).admit(file);
        return new SourceFile<>(arena.allocateFrom(ValueLayout.JAVA_BYTE, file), header);
    }

    private static Transformation asked(String key) {
        return new KeyGrammar(new KeyRules(Alphabet.SAFE, 4096, Map.of()))
                .parse(key)
                .transformation();
    }
}
