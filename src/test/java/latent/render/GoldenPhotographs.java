package latent.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latent.key.KeyGrammar;
import latent.kit.TestKeys;
import latent.pictures.Encoded;
import latent.pictures.Likeness;

/** A dozen small photographs, and how renditions of them have to look: each an eighth of its size, as a PNG that anybody can open. */
final class GoldenPhotographs {
    /** The engines differ by 0.42 at most; a picture that is turned, moved by a tenth or darker by a seventh, by more than this. */
    static final double CLOSE = 0.8;

    static final List<String> KEYS = List.of(
            "_240_160.jpg",
            "_160_160_fill.jpg",
            "_160_240_fill_g-65-40.jpg.png",
            "_200_200_pad_bg-336699.jpg",
            "_160_160_r-90_gray.jpg");

    private static final Path PHOTOGRAPHS = Path.of("src", "test", "resources", "photographs");
    private static final KeyGrammar GRAMMAR = TestKeys.GRAMMAR;
    private static final int REDUCED = 8;

    private GoldenPhotographs() {}

    /** The photographs, without those of the folder beside the checkout. */
    static List<Path> photographs() {
        try (Stream<Path> files = Files.list(PHOTOGRAPHS)) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of a rendition of a photograph. */
    static String key(Path photograph, String ending) {
        return photograph.getFileName().toString().replace(".jpg", "") + ending;
    }

    /** The rendition, an eighth of its size. */
    static BufferedImage rendition(Engine engine, Path photograph, String key) {
        try {
            byte[] original = Files.readAllBytes(photograph);
            BufferedImage picture = Encoded.read(
                    engine.render(Row.job(original, GRAMMAR.parse(key).transformation(), Optional.empty())));
            return Likeness.reduced(picture, picture.getWidth() / REDUCED, picture.getHeight() / REDUCED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError when there is none: a run of the tests makes no golden */
    static BufferedImage golden(String key) {
        Path file = file(key);
        if (!Files.exists(file)) {
            throw new AssertionError("there is no golden " + file + ": its README says how to make it");
        }
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(String key) {
        return PHOTOGRAPHS.resolve("goldens").resolve(key.replaceAll("[.]jpg$|[.]jpg[.]png$", ".png"));
    }

    /** Mean colour difference; out of all bounds when the sizes differ. */
    static double difference(BufferedImage one, BufferedImage other) {
        return one.getWidth() == other.getWidth() && one.getHeight() == other.getHeight()
                ? Likeness.meanDeltaE(one, other)
                : Double.MAX_VALUE;
    }
}
