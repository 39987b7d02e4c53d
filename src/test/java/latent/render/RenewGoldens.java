package latent.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Writes the golden files again, where both engines agree about them. It is run by hand, and its pictures are to be looked at. */
final class RenewGoldens {
    private RenewGoldens() {}

    public static void main(String[] args) throws IOException {
        List<Engine> engines = TestedEngines.all().toList();
        if (engines.size() < 2) {
            throw new IllegalStateException("a golden needs both engines");
        }
        for (Path photograph : GoldenPhotographs.photographs()) {
            for (String ending : GoldenPhotographs.KEYS) {
                renew(engines, photograph, GoldenPhotographs.key(photograph, ending));
            }
        }
        System.exit(0); // the workers would wait for more
    }

    private static void renew(List<Engine> engines, Path photograph, String key) throws IOException {
        BufferedImage portable = GoldenPhotographs.rendition(engines.get(0), photograph, key);
        BufferedImage golden = GoldenPhotographs.rendition(engines.get(1), photograph, key);
        double difference = GoldenPhotographs.difference(portable, golden);
        System.out.printf("%5.2f between the engines: %s%n", difference, key);
        if (difference > GoldenPhotographs.CLOSE) {
            throw new IllegalStateException("the engines do not agree about " + key);
        }
        Path file = GoldenPhotographs.file(key);
        Files.createDirectories(file.getParent());
        ImageIO.write(golden, "png", file.toFile());
    }
}
