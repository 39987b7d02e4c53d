package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import latent.image.ImageFormat;
import latent.key.Quality;
import latent.key.Transformation;
import latent.pictures.Encoded;
import latent.pictures.EncodedParts;
import latent.pictures.Pictures;
import latent.render.imgscalr.ImgscalrEngine;
import latent.render.vips.LibvipsHere;
import latent.render.vips.VipsEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings of rendering reach every engine. */
class RenderSettingsTest {
    private static final byte[] CLOUDS = Encoded.jpeg(Pictures.clouds(600, 400));

    /** Each way to open an engine. */
    @SuppressWarnings("ImmutableEnumChecker") // constructors hold no state
    enum Opening {
        PORTABLE(ImgscalrEngine::new),
        VIPS(settings -> new VipsEngine(LibvipsHere.orSkip(), settings));

        private final Function<RenderSettings, Engine> open;

        Opening(Function<RenderSettings, Engine> open) {
            this.open = open;
        }

        byte[] render(RenderSettings settings, Transformation asked) {
            try (Engine engine = open.apply(settings)) {
                return engine.render(Row.job(CLOUDS, asked, Optional.empty()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void automatic_quality_reaches_the_similarity_that_is_set(Opening engine) {
        Transformation auto = WantedRendition.box(300, 200)
                .as(ImageFormat.JPEG)
                .quality(new Quality.Auto())
                .transformation();
        byte[] alike = engine.render(settings(80, JpegCoding.PROGRESSIVE, 960), auto);
        byte[] nearlyTheSame = engine.render(settings(80, JpegCoding.PROGRESSIVE, 990), auto);
        assertThat(nearlyTheSame.length).isGreaterThan(2 * alike.length);
    }

    @ParameterizedTest
    @EnumSource
    void the_default_quality_and_the_coding_are_those_that_are_set(Opening engine) {
        Transformation plain =
                WantedRendition.box(300, 200).as(ImageFormat.JPEG).transformation();
        byte[] low = engine.render(settings(30, JpegCoding.SEQUENTIAL, 960), plain);
        byte[] high = engine.render(settings(90, JpegCoding.PROGRESSIVE, 960), plain);
        assertThat(low.length).isLessThan(high.length / 2);
        assertThat(EncodedParts.names(low)).contains("c0");
        assertThat(EncodedParts.names(high)).contains("c2");
    }

    private static RenderSettings settings(int jpegQuality, JpegCoding coding, int similarityPerMille) {
        return new RenderSettings(
                Map.of(ImageFormat.JPEG, jpegQuality), coding, similarityPerMille, 1_000, 100_000_000, false);
    }
}
