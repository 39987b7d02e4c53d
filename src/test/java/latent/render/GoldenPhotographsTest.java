package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenPhotographsTest {
    static Stream<Arguments> renditions() {
        return TestedEngines.all()
                .flatMap(engine -> GoldenPhotographs.photographs().stream()
                        .flatMap(photograph -> GoldenPhotographs.KEYS.stream()
                                .map(ending -> GoldenPhotographs.key(photograph, ending))
                                .map(key -> Arguments.of(engine.name(), key, engine, photograph))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("renditions")
    void each_rendition_looks_like_its_golden(String name, String key, Engine engine, Path photograph) {
        BufferedImage golden = GoldenPhotographs.golden(key);
        assertThat(GoldenPhotographs.difference(GoldenPhotographs.rendition(engine, photograph, key), golden))
                .isLessThan(GoldenPhotographs.CLOSE);
    }

    static Stream<String> keys() {
        return GoldenPhotographs.photographs().stream()
                .flatMap(photograph ->
                        GoldenPhotographs.KEYS.stream().map(ending -> GoldenPhotographs.key(photograph, ending)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void what_is_mirrored_turned_moved_or_darker_does_not(String key) {
        BufferedImage golden = GoldenPhotographs.golden(key);
        int width = golden.getWidth();
        int height = golden.getHeight();
        AffineTransform mirror = new AffineTransform(-1, 0, 0, 1, width, 0);
        AffineTransform half = new AffineTransform(-1, 0, 0, -1, width, height);
        AffineTransform aside = AffineTransform.getTranslateInstance(width / 10.0, 0);
        Stream.of(mirror, half, aside).forEach(wrong -> assertTold(moved(golden, wrong), golden));
        assertTold(new RescaleOp(0.85f, 0, null).filter(golden, null), golden);
    }

    @Test
    void there_is_no_golden_but_of_these_renditions() throws IOException {
        List<Path> wanted = keys().map(GoldenPhotographs::file).sorted().toList();
        try (Stream<Path> files = Files.list(wanted.getFirst().getParent())) {
            assertThat(files.sorted()).isEqualTo(wanted);
        }
    }

    @Test
    void a_missing_golden_fails_and_is_not_made() {
        String key = "nobody-drew-this_240_160.jpg";
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GoldenPhotographs.golden(key))
                .withMessageContaining("there is no golden");
        assertThat(GoldenPhotographs.file(key)).doesNotExist();
    }

    private static void assertTold(BufferedImage wrong, BufferedImage golden) {
        assertThat(GoldenPhotographs.difference(wrong, golden)).isGreaterThan(GoldenPhotographs.CLOSE);
    }

    private static BufferedImage moved(BufferedImage picture, AffineTransform how) {
        BufferedImage moved = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        moved.createGraphics().drawImage(picture, how, null);
        return moved;
    }
}
