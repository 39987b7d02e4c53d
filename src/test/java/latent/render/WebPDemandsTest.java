package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import latent.pictures.Encoded;
import latent.pictures.WebPBars;
import latent.pictures.WebPFile;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lossless WebP files that would have a decoder work for much longer, or take much more memory, than their pixels need. */
class WebPDemandsTest {
    private static final int ALL_GROUPS = 65_536;

    private final Engine portable = TestedEngines.all().toList().getFirst();

    static Stream<Engine> engines() {
        return TestedEngines.all();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_transform_that_comes_once_is_applied(Engine engine) {
        render(engine, WebPFile.subtractingGreen(40, 30, 1)).hasSize(40, 30);
    }

    /** Each takes three bits of the file, and all pixels once. */
    @ParameterizedTest
    @MethodSource("engines")
    void a_transform_that_comes_again_is_refused(Engine engine) {
        refused(engine, WebPFile.subtractingGreen(40, 30, 2));
        refused(engine, WebPFile.subtractingGreen(4_000, 4_000, 1_000_000));
    }

    @Test
    void so_it_is_in_transparency() {
        render(portable, WebPBars.withAlpha(WebPFile.asAlpha(WebPFile.subtractingGreen(128, 16, 1))))
                .hasSize(128, 16);
        refused(portable, WebPBars.withAlpha(WebPFile.asAlpha(WebPFile.subtractingGreen(128, 16, 2))));
    }

    /** The reader makes tables for all of them, five kilobytes a group, be they used or not. */
    @Test
    void more_codes_than_encoders_write_are_refused() {
        assertThat(WebPFile.ofGroups(1_024, 1_024, ALL_GROUPS).length).isLessThan(1 << 20);
        refused(portable, WebPFile.ofGroups(1_024, 1_024, ALL_GROUPS));
        refused(portable, WebPBars.withAlpha(WebPFile.asAlpha(WebPFile.ofGroups(128, 16, ALL_GROUPS))));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void as_many_as_libwebp_writes_are_read(Engine engine) {
        render(engine, WebPFile.ofGroups(1_024, 1_024, 2_600)).hasSize(90, 90);
    }

    private static Row.Seen render(Engine engine, byte[] file) {
        return new Row.Seen(Encoded.read(engine.render(job(file))));
    }

    private static void refused(Engine engine, byte[] file) {
        assertThatThrownBy(() -> engine.render(job(file)))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.NOT_A_PICTURE));
    }

    private static RenderJob job(byte[] file) {
        return Row.job(file, WantedRendition.box(128, 90).transformation(), Optional.empty());
    }
}
