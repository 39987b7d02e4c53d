package latent.local.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import latent.image.PixelSize;
import latent.kit.NodeJs;
import latent.render.quality.Luma;
import latent.render.quality.Ssim;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The score that the page shows is the one by which the server searches for a quality. */
class PlaygroundScoreTest {
    @ParameterizedTest
    @CsvSource({"64, 48, 0", "64, 48, 3", "61, 47, 40", "5, 3, 9", "1, 2, 9", "9, 200, 255"})
    void the_page_counts_the_similarity_that_the_server_counts(int width, int height, int noise) throws Exception {
        String program = """
                import { similarity } from './score.js'
                const [width, height, noise] = process.argv.slice(-3).map(Number)
                const samples = (most) => Uint8Array.from({ length: width * height }, (_, i) => (i * 37 + ((i * 7919) >> 5) % (most + 1)) & 255)
                console.log(similarity({ width, height, samples: samples(0) }, { width, height, samples: samples(noise) }))
                console.log(similarity({ width, height, samples: samples(0) }, { width: width + 1, height, samples: [] }))
                """;
        String[] said = NodeJs.run(
                        Path.of("src/main/resources/latent/local/playground"),
                        "--no-warnings",
                        "--input-type=module",
                        "-e",
                        program,
                        "--",
                        String.valueOf(width),
                        String.valueOf(height),
                        String.valueOf(noise))
                .strip()
                .split("\n", -1);
        PixelSize size = new PixelSize(width, height);
        double expected = Ssim.of(new Luma(size, samples(size, 0)), new Luma(size, samples(size, noise)));
        assertThat(Double.parseDouble(said[0])).isCloseTo(expected, within(1e-9));
        assertThat(said[1]).isEqualTo("undefined");
        assertThat(expected == 1).isEqualTo(noise == 0);
    }

    private static byte[] samples(PixelSize size, int most) {
        byte[] samples = new byte[(int) size.pixels()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 37 + ((i * 7919) >> 5) % (most + 1));
        }
        return samples;
    }
}
