package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.pictures.Corpus;
import latent.pictures.Encoded;
import latent.pictures.Likeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhotographsTest {
    /** What is left of the difference once the texture is averaged away; a wrong profile or a wrong turn leaves 5 and more. */
    private static final double CLOSE = 2;

    static java.util.stream.Stream<Engine> engines() {
        return Engines.all();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void every_photograph_fits_is_upright_and_keeps_its_colours(Engine engine) throws IOException {
        for (Path photograph : Corpus.photographs()) {
            byte[] original = Files.readAllBytes(photograph);
            byte[] rendition = engine.render(
                    Row.job(original, Wish.box(600, 400).as(ImageFormat.JPEG).transformation(), Optional.empty()));
            BufferedImage seen = Encoded.read(rendition);
            assertThat(seen.getWidth()).isLessThanOrEqualTo(600);
            assertThat(seen.getHeight()).isLessThanOrEqualTo(400);
            int width = seen.getWidth() / 8;
            int height = seen.getHeight() / 8;
            double difference = Likeness.meanDeltaE(
                    Likeness.reduced(seen, width, height),
                    Likeness.reduced(Encoded.readCoarsely(original), width, height));
            assertThat(difference).as(photograph.toString()).isLessThan(CLOSE);
        }
    }
}
