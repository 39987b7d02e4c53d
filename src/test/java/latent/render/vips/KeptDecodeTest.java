package latent.render.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.image.ImageHeader;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.Transformation;
import latent.pictures.Encoded;
import latent.pictures.MatrixProfile;
import latent.pictures.Pictures;
import latent.refusal.Refusal;
import latent.render.RenderSettings;
import latent.render.ShrunkPicture;
import latent.render.SourceFile;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is decoded for one rendition and serves others of the same original, in the engine as a worker has it. */
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
    void renditions_that_begin_with_what_another_has_decoded_are_the_same_bytes() {
        int begun = 0;
        for (byte[] original : originals()) {
            Map<Integer, ShrunkPicture<MemorySegment>> decoded = new HashMap<>();
            for (String key : FAMILY) {
                byte[] alone = engine.render(source(original), asked(key), Optional.empty());
                int factor = ShrunkPicture.factor(source(original).header(), asked(key));
                if (decoded.containsKey(factor)) {
                    assertThat(renderFrom(original, decoded.get(factor), key, Optional.empty()))
                            .as(key)
                            .isEqualTo(alone);
                    begun++;
                } else {
                    assertThat(decoding(original, key)).as(key).isEqualTo(alone);
                    engine.decoded().ifPresent(picture -> decoded.put(factor, kept(picture)));
                }
            }
        }
        assertThat(begun).isGreaterThanOrEqualTo(4 * originals().size());
    }

    /** 745 x 497 to 480 x 320 is a size at which it matters in how many strips libvips resizes: the samples of a picture it takes in others than a file. */
    @Test
    void they_are_the_same_pixels_in_every_size() {
        byte[] original = Encoded.jpeg(Pictures.clouds(1490, 994));
        decoding(original, "a_300_0.jpg");
        ShrunkPicture<MemorySegment> decoded = kept(engine.decoded().orElseThrow());
        for (int width = 300; width < 496; width += 12) {
            String key = "a_" + width + "_0.jpg.png";
            assertThat(renderFrom(original, decoded, key, Optional.empty()))
                    .as(key)
                    .isEqualTo(engine.render(source(original), asked(key), Optional.empty()));
        }
    }

    /** Of colour and gray, turned, with a profile, with resolutions in inches, in centimetres and in none. */
    private List<byte[]> originals() {
        BufferedImage gray = new BufferedImage(1600, 1200, BufferedImage.TYPE_BYTE_GRAY);
        gray.createGraphics().drawImage(Pictures.clouds(1600, 1200), 0, 0, null);
        return List.of(
                photograph,
                Encoded.jpeg(gray),
                Encoded.withOrientation(photograph, 6),
                Encoded.withProfile(photograph, MatrixProfile.DISPLAY_P3.bytes()),
                withResolution(photograph, 1, 300),
                withResolution(photograph, 2, 118),
                withResolution(photograph, 0, 1));
    }

    @Test
    void only_what_a_decoder_has_made_smaller_is_handed_out() {
        decoding(photograph, "a_320_0.jpg");
        assertThat(engine.decoded()).isPresent();
        decoding(photograph, "a_800_0.jpg");
        assertThat(engine.decoded()).as("decoded at its full size").isEmpty();
        decoding(photograph, "a_90_0_c-800-600-0-0.jpg");
        assertThat(engine.decoded()).as("decoded in part").isEmpty();
        engine.render(
                source(photograph), asked("a_320_0.jpg"), Optional.empty(), Optional.empty(), false, Optional.empty());
        assertThat(engine.decoded()).as("not wanted").isEmpty();
    }

    @Test
    void a_watermark_is_never_taken_for_the_original() {
        decoding(photograph, "a_320_0.jpg");
        ShrunkPicture<MemorySegment> decoded = kept(engine.decoded().orElseThrow());
        byte[] mark = Encoded.jpeg(Pictures.plain(1600, 1200, Color.RED));
        assertThat(renderFrom(photograph, decoded, "a_320_0_wm-logo.jpg", Optional.of(source(mark))))
                .isEqualTo(engine.render(source(photograph), asked("a_320_0_wm-logo.jpg"), Optional.of(source(mark))));
        engine.render(
                source(photograph),
                asked("a_320_0_wm-logo.jpg"),
                Optional.of(source(mark)),
                Optional.empty(),
                true,
                Optional.empty());
        assertThat(kept(engine.decoded().orElseThrow()).samples().toArray(ValueLayout.JAVA_BYTE))
                .isEqualTo(decoded.samples().toArray(ValueLayout.JAVA_BYTE));
    }

    @Test
    void a_picture_that_was_shrunk_by_another_factor_is_not_used() {
        decoding(photograph, "a_320_0.jpg");
        ShrunkPicture<MemorySegment> decoded = kept(engine.decoded().orElseThrow());
        assertThatIllegalStateException()
                .isThrownBy(() -> renderFrom(photograph, decoded, "a_100_0.jpg", Optional.empty()));
    }

    @Test
    void of_a_damaged_original_nothing_is_handed_out() {
        byte[] torn = Arrays.copyOf(photograph, photograph.length / 2);
        for (String key : List.of("a_320_0.jpg", "a_300_0.jpg")) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> decoding(torn, key));
            assertThat(engine.decoded()).isEmpty();
        }
    }

    /** The factor that the processor computes from the header is the one by which the engine decodes, whatever is asked. */
    @Test
    void the_factor_is_known_from_the_header() {
        for (byte[] original : originals()) {
            for (int side = 40; side < 1300; side += 37) {
                for (String form :
                        List.of("a_%d_0.jpg", "a_0_%d.jpg.webp", "a_%d_90_fill.jpg", "a_%d_50_force_r-90.jpg")) {
                    String key = form.formatted(side);
                    int factor = ShrunkPicture.factor(source(original).header(), asked(key));
                    decoding(original, key);
                    engine.decoded()
                            .ifPresent(picture ->
                                    assertThat(picture.form().shrink()).as(key).isEqualTo(factor));
                }
            }
        }
    }

    private byte[] decoding(byte[] original, String key) {
        return engine.render(source(original), asked(key), Optional.empty(), Optional.empty(), true, Optional.empty());
    }

    private byte[] renderFrom(
            byte[] original,
            ShrunkPicture<MemorySegment> picture,
            String key,
            Optional<SourceFile<MemorySegment>> watermark) {
        SourceFile<MemorySegment> samples =
                new SourceFile<>(picture.samples(), source(original).header());
        return engine.render(samples, asked(key), watermark, Optional.of(picture.form()), false, Optional.empty());
    }

    private ShrunkPicture<MemorySegment> kept(ShrunkPicture<MemorySegment> picture) {
        return picture.map(
                samples -> arena.allocateFrom(ValueLayout.JAVA_BYTE, samples.toArray(ValueLayout.JAVA_BYTE)));
    }

    /** In its JFIF header, behind SOI, marker, length, name and version. */
    private static byte[] withResolution(byte[] jpeg, int unit, int density) {
        byte[] changed = jpeg.clone();
        ByteBuffer.wrap(changed)
                .put(13, (byte) unit)
                .putShort(14, (short) density)
                .putShort(16, (short) density);
        return changed;
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
