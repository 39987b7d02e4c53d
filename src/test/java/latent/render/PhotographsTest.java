package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.kit.BesideOtherClasses;
import latent.pictures.Corpus;
import latent.pictures.Encoded;
import latent.pictures.Likeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BesideOtherClasses
class PhotographsTest {
    /** What is left of the difference once the texture is averaged away; a wrong profile or a wrong turn leaves 5 and more. */
    private static final double CLOSE = 2;

    static Stream<Path> photographs() {
        return GoldenPhotographs.photographs().stream();
    }

    static Stream<Path> larger() {
        return Corpus.photographs().stream();
    }

    @ParameterizedTest
    @MethodSource("photographs")
    void every_photograph_fits_is_upright_and_keeps_its_colours(Path photograph) throws IOException {
        byte[] original = Files.readAllBytes(photograph);
        assertKept(original, Encoded.read(original));
    }

    @ParameterizedTest
    @MethodSource("larger")
    void every_large_photograph_beside_the_checkout_fits_is_upright_and_keeps_its_colours(Path photograph)
            throws IOException {
        byte[] original = Files.readAllBytes(photograph);
        assertKept(original, Encoded.readCoarsely(original));
    }

    private static void assertKept(byte[] original, BufferedImage reference) {
        RenderJob job = Row.job(
                original, WantedRendition.box(600, 400).as(ImageFormat.JPEG).transformation(), Optional.empty());
        TestedEngines.all().forEach(engine -> {
            BufferedImage seen = Encoded.read(engine.render(job));
            assertThat(seen.getWidth()).isLessThanOrEqualTo(600);
            assertThat(seen.getHeight()).isLessThanOrEqualTo(400);
            int width = seen.getWidth() / 8;
            int height = seen.getHeight() / 8;
            double difference = Likeness.meanDeltaE(
                    Likeness.reduced(seen, width, height), Likeness.reduced(reference, width, height));
            assertThat(difference).as(engine.name()).isLessThan(CLOSE);
        });
    }
}
