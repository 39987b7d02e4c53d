package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.kit.BesideOtherClasses;
import latent.pictures.Encoded;
import latent.pictures.HeicFiles;
import latent.pictures.Pictures;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of an original and a watermark, both engines blame the one that is damaged. */
@BesideOtherClasses
class DamagedWatermarkTest {
    private static final byte[] JPEG = Encoded.jpeg(Pictures.clouds(200, 152));
    private static final byte[] PNG = Encoded.png(Pictures.quarters(40, 40));
    private static final WantedRendition BOX = WantedRendition.box(100, 76);

    /** Those whose headers are good; the gate refuses the others before any engine sees them. */
    static Stream<Arguments> damaged() {
        return TestedEngines.all()
                .flatMap(engine -> DamagedFiles.all().entrySet().stream()
                        .filter(file -> passesTheGate(file.getValue()))
                        .map(file -> Arguments.of(engine.name(), engine, file.getKey(), file.getValue())));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("damaged")
    void a_watermark_with_damaged_pixels_is_not_blamed_on_its_original(
            String name, Engine engine, String claim, byte[] file) {
        for (byte[] original : new byte[][] {JPEG, PNG}) {
            for (WantedRendition wish : new WantedRendition[] {BOX, BOX.trim(10)}) {
                refuses(engine, original, wish, file, Reason.NOT_A_RENDITION);
            }
            assertThat(engine.render(Row.job(original, BOX.transformation(), Optional.empty())))
                    .as("it is not remembered")
                    .isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("damaged")
    void a_damaged_original_is_not_blamed_on_its_watermark(String name, Engine engine, String claim, byte[] file) {
        for (byte[] watermark : new byte[][] {JPEG, PNG}) {
            for (WantedRendition wish : new WantedRendition[] {BOX, BOX.trim(10)}) {
                refuses(engine, file, wish, watermark, Reason.NOT_A_PICTURE);
            }
        }
    }

    static Stream<Arguments> engines() {
        return TestedEngines.all().map(engine -> Arguments.of(engine.name(), engine));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void a_watermark_that_is_cut_anywhere_near_its_end_is_blamed_itself(String name, Engine engine) {
        for (int cut = 4; cut <= 40; cut++) {
            refuses(engine, JPEG, BOX, Arrays.copyOf(JPEG, JPEG.length - cut), Reason.NOT_A_RENDITION);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void a_watermark_of_a_format_that_is_not_read_is_blamed_itself(String name, Engine engine) {
        if (!engine.capabilities().reads().contains(ImageFormat.HEIC)) {
            refuses(engine, JPEG, BOX, HeicFiles.clouds(), Reason.NOT_A_RENDITION);
        }
    }

    private static boolean passesTheGate(byte[] file) {
        try {
            Row.job(file, BOX.transformation(), Optional.empty());
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private static void refuses(Engine engine, byte[] original, WantedRendition wish, byte[] mark, Reason reason) {
        RenderJob job = Row.job(original, wish.watermark("logo").transformation(), Optional.of(mark));
        assertThatThrownBy(() -> engine.render(job))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .as(refusal.detail())
                                .isEqualTo(reason));
    }
}
