package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Quality;
import latent.pictures.ColourBars;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.pictures.ProfileFile;
import latent.pictures.WebPBars;
import latent.render.imgscalr.ImgscalrEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two engines, one picture: where no part of it is resized, they differ by three levels in the mean at most. */
class EnginesAgreeTest {
    private static final int FULL = 255;

    private static Stream<Engine> others() {
        return TestedEngines.all()
                .filter(engine -> !engine.capabilities().lacks().contains(EngineCapabilities.ANIMATION));
    }

    static Stream<Arguments> files() {
        return others().flatMap(engine -> Stream.of(ink(), lossyWebP(engine))
                .flatMap(files -> files.entrySet().stream())
                .map(file -> Arguments.of(engine, file.getKey(), file.getValue())));
    }

    @ParameterizedTest(name = "{1}", allowZeroInvocations = true)
    @MethodSource("files")
    void both_engines_show_the_same(Engine vips, String what, byte[] file) {
        try (Engine portable = new ImgscalrEngine(RenderSettings.DEFAULT)) {
            assertThat(meanDifference(rendered(vips, file), rendered(portable, file)))
                    .isLessThanOrEqualTo(3);
        }
    }

    /** Every ink alone and mixed, as the marker of Adobe says or not, with a profile and without. */
    private static Map<String, byte[]> ink() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] plain = Encoded.inkJpeg(inks(ink -> ink), false);
        byte[] adobe = Encoded.inkJpeg(inks(ink -> FULL - ink), true);
        files.put("ink", plain);
        files.put("ink with Adobe's marker", adobe);
        files.put("ink with a profile", Encoded.withProfile(plain, ProfileFile.ink()));
        files.put("ink with a profile and Adobe's marker", Encoded.withProfile(adobe, ProfileFile.ink()));
        files.put("ink with a profile of colours", Encoded.withProfile(plain, ProfileFile.gray(1)));
        return files;
    }

    private static Raster inks(IntUnaryOperator stored) {
        WritableRaster raster = (WritableRaster) Pictures.fourChannels(128, 128, 0, 0, 0, 0);
        for (int i = 0; i < 128 * 128; i++) {
            int x = i % 128;
            int y = i / 128;
            int[] ink = {2 * x, 2 * y, FULL - 2 * x, x < 64 ? 0 : 2 * y / 3};
            for (int channel = 0; channel < ink.length; channel++) {
                raster.setSample(x, y, channel, stored.applyAsInt(ink[channel]));
            }
        }
        return raster;
    }

    private static Map<String, byte[]> lossyWebP(Engine writer) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int quality : List.of(10, 50, 90)) {
            files.put("WebP of clouds, quality " + quality, webP(writer, Pictures.clouds(333, 221), quality));
            files.put("half transparent WebP, quality " + quality, webP(writer, transparent(), quality));
        }
        files.put("flat WebP, which is coded in next to nothing", webP(writer, new BufferedImage(2000, 1500, 1), 50));
        return files;
    }

    private static BufferedImage transparent() {
        BufferedImage picture = new BufferedImage(201, 120, BufferedImage.TYPE_INT_ARGB);
        picture.createGraphics().drawImage(Pictures.clouds(201, 120), 0, 0, null);
        for (int i = 0; i < 201 * 120; i++) {
            int x = i % 201;
            picture.setRGB(x, i / 201, (picture.getRGB(x, i / 201) & 0xffffff) | ((20 + x) << 24));
        }
        return picture;
    }

    private static byte[] webP(Engine writer, BufferedImage picture, int quality) {
        WantedRendition wish = WantedRendition.box(4000, 0).as(ImageFormat.WEBP).quality(new Quality.Fixed(quality));
        return writer.render(Row.job(Encoded.png(picture), wish.transformation(), Optional.empty()));
    }

    static Stream<Arguments> transparency() {
        return TestedEngines.all()
                .flatMap(engine -> Stream.of(
                                Map.entry("compressed", WebPBars.soft()),
                                Map.entry("as it is", WebPBars.softAndUncompressed(0)),
                                Map.entry("less its left neighbour", WebPBars.softAndUncompressed(1)),
                                Map.entry("less the one above", WebPBars.softAndUncompressed(2)),
                                Map.entry("less both", WebPBars.softAndUncompressed(3)))
                        .map(file -> Arguments.of(engine.name(), engine, file.getKey(), file.getValue())));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("transparency")
    void the_transparency_of_lossy_webp_is_read_however_it_is_stored(
            String name, Engine engine, String how, byte[] file) {
        BufferedImage seen = rendered(engine, file);
        for (int x = 0; x < 128; x++) {
            assertThat(seen.getRGB(x, 8) >>> 24).as("at %s", x).isEqualTo(2 * x);
        }
        assertThat(ColourBars.difference(ColourBars.seen(seen, 0), ColourBars.seen(ColourBars.rgb(), 0), List.of(4, 6)))
                .isLessThanOrEqualTo(4);
    }

    static Stream<Arguments> onCanvas() {
        return TestedEngines.all()
                .flatMap(engine -> Stream.of(WebPBars.lossless(), WebPBars.lossy())
                        .map(file -> Arguments.of(engine.name(), engine, WebPBars.onCanvas(file, 34, 10))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onCanvas")
    void the_first_frame_of_an_animated_webp_lies_where_it_says(String name, Engine engine, byte[] file) {
        BufferedImage seen = rendered(engine, file);
        assertThat(seen.getWidth() + "x" + seen.getHeight()).isEqualTo("162x26");
        assertThat(seen.getRGB(20, 20) >>> 24).as("beside the frame").isZero();
        assertThat(seen.getRGB(34 + 8, 5) >>> 24).as("above the frame").isZero();
        BufferedImage frame = seen.getSubimage(34, 10, 128, 16);
        assertThat(ColourBars.difference(
                        ColourBars.seen(frame, 0),
                        ColourBars.seen(ColourBars.rgb(), 0),
                        List.of(0, 1, 2, 3, 4, 5, 6, 7)))
                .isCloseTo(0, within(4));
    }

    private static BufferedImage rendered(Engine engine, byte[] file) {
        RenderJob job = Row.job(file, WantedRendition.box(4000, 0).transformation(), Optional.empty());
        return Encoded.read(engine.render(job));
    }

    private static double meanDifference(BufferedImage one, BufferedImage other) {
        assertThat(one.getWidth() + "x" + one.getHeight()).isEqualTo(other.getWidth() + "x" + other.getHeight());
        long sum = 0;
        for (int i = 0; i < one.getWidth() * one.getHeight(); i++) {
            int x = i % one.getWidth();
            int y = i / one.getWidth();
            for (int shift = 0; shift < 32; shift += 8) {
                sum += Math.abs((one.getRGB(x, y) >>> shift & FULL) - (other.getRGB(x, y) >>> shift & FULL));
            }
        }
        return sum / 3.0 / one.getWidth() / one.getHeight();
    }
}
