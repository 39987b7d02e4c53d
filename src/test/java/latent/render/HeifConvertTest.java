package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import latent.kit.HeifTools;
import latent.pictures.ColourBars;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HEIC files as a coder of HEVC writes them, of every depth and resolution of colour, as libheif's own converter shows them. */
class HeifConvertTest {
    static Stream<Arguments> files() {
        byte[] clouds = Encoded.png(Pictures.clouds(301, 217));
        byte[] deep = Encoded.png(ColourBars.rgbOfSixteenBits());
        byte[] clear = Encoded.png(Pictures.halfTransparent(96, 64));
        return Stream.of(
                Arguments.of("colours of half the resolution", clouds, new String[] {"-p", "chroma=420"}),
                Arguments.of("colours of half the width", clouds, new String[] {"-p", "chroma=422"}),
                Arguments.of("colours of the full resolution", clouds, new String[] {"-p", "chroma=444"}),
                Arguments.of("without loss", clouds, new String[] {"-L"}),
                Arguments.of("video's range", clouds, new String[] {"--full_range_flag=0"}),
                Arguments.of("the matrix of BT.709", clouds, new String[] {"--matrix_coefficients=1"}),
                Arguments.of("gray", Encoded.png(ColourBars.gray()), new String[] {}),
                Arguments.of("10 bits", deep, new String[] {"-b", "10", "-p", "chroma=420"}),
                Arguments.of("10 bits of the full resolution", deep, new String[] {"-b", "10", "-p", "chroma=444"}),
                Arguments.of("12 bits", deep, new String[] {"-b", "12", "-p", "chroma=422"}),
                Arguments.of("transparent", clear, new String[] {}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_heic_looks_as_heif_convert_shows_it(String claim, byte[] png, String[] options, @TempDir Path folder)
            throws Exception {
        Engine engine = HeicHere.orSkip();
        HeifTools tools = HeifTools.orSkip(folder);
        byte[] file = tools.heic(png, options);
        BufferedImage theirs = tools.decoded(file);
        BufferedImage ours = Encoded.read(
                engine.render(Row.job(file, WantedRendition.box(4_000, 4_000).transformation(), Optional.empty())));
        assertThat(ours.getWidth() + "x" + ours.getHeight()).isEqualTo(theirs.getWidth() + "x" + theirs.getHeight());
        assertThat(meanDifference(ours, theirs)).as("levels").isLessThan(0.6);
    }

    /** In levels of 255, of all channels; what is transparent has no colour. */
    private static double meanDifference(BufferedImage ours, BufferedImage theirs) {
        long sum = 0;
        for (int y = 0; y < ours.getHeight(); y++) {
            for (int x = 0; x < ours.getWidth(); x++) {
                int a = ours.getRGB(x, y);
                int b = theirs.getRGB(x, y);
                boolean unseen = a >>> 24 == 0 && b >>> 24 == 0;
                for (int shift = 0; shift < 32 && !unseen; shift += 8) {
                    sum += Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
                }
            }
        }
        return sum / 4.0 / ours.getWidth() / ours.getHeight();
    }
}
