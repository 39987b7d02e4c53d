package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.Stream;
import latent.pictures.ManyScans;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JPEG files of 15 bytes more for each time that a decoder is to go through the whole picture. */
class ManyScansTest {
    static Stream<Engine> engines() {
        return TestedEngines.all();
    }

    /** ImageIO would take 70 s for these 4 megapixels, and libvips 5. */
    @ParameterizedTest
    @MethodSource("engines")
    void ten_thousand_times_through_a_picture_is_refused(Engine engine) {
        BufferedImage plain = new BufferedImage(2_000, 2_000, BufferedImage.TYPE_BYTE_GRAY);
        byte[] file = ManyScans.of(plain, 10_000);
        assertThatThrownBy(() -> render(engine, file)).isInstanceOfSatisfying(Refusal.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(refused.sentence()).contains("more than 500 scans");
        });
    }

    @ParameterizedTest
    @MethodSource("engines")
    void more_scans_than_any_encoder_writes_change_nothing_in_a_small_picture(Engine engine) {
        BufferedImage slope = new BufferedImage(160, 120, BufferedImage.TYPE_BYTE_GRAY);
        for (int pixel = 0; pixel < 160 * 120; pixel++) {
            slope.getRaster().setSample(pixel % 160, pixel / 160, 0, pixel % 160 + pixel / 160 / 2);
        }
        assertThat(render(engine, ManyScans.of(slope, 300))).isEqualTo(render(engine, ManyScans.of(slope, 0)));
    }

    private static byte[] render(Engine engine, byte[] file) {
        return engine.render(Row.job(file, WantedRendition.box(80, 80).transformation(), Optional.empty()));
    }
}
