package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latent.image.ImageFormat;
import latent.pictures.BmpFile;
import latent.pictures.Encoded;
import latent.pictures.HeicFiles;
import latent.pictures.HeicGrid;
import latent.pictures.HostileFiles;
import latent.pictures.IconFile;
import latent.pictures.Pictures;
import latent.pictures.SvgPictures;
import latent.pictures.WebPFile;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of hostile file, drawn or built; {@link HostileImagesTest} has those that others collected. */
class HostileKindsTest {
    private final HeaderGate gate = new HeaderGate(Limits.DEFAULT);

    static Stream<Arguments> others() {
        return named(HostileFiles.ofOtherKinds());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void what_is_no_picture_of_ours_is_refused_before_any_decoder_sees_it(String name, byte[] file) {
        assertThatThrownBy(() -> gate.admit(file, file.length))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.reason()).isIn(Reason.NOT_A_PICTURE, Reason.UNSUPPORTED_FORMAT));
    }

    static Stream<Arguments> bombs() {
        return named(HostileFiles.bombs());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void what_claims_to_be_enormous_is_too_large(String name, byte[] file) {
        assertThatThrownBy(() -> gate.admit(file, file.length))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    static Stream<Arguments> formats() {
        return TestedEngines.all()
                .flatMap(engine -> pictures(engine).entrySet().stream()
                        .map(file -> Arguments.of(engine.name(), file.getKey(), engine, file.getValue())));
    }

    /** Whatever bytes are wrong: the result is a rendition of the size asked for, or a refusal with a sentence. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("formats")
    void what_is_damaged_is_rendered_or_refused(String name, String format, Engine engine, byte[] file) {
        List<String> outcomes = new ArrayList<>();
        HostileFiles.damaged(file).forEach(damaged -> outcomes.add(outcome(engine, damaged)));
        assertThat(outcome(engine, file)).isEqualTo("rendered");
        assertThat(outcomes).contains("refused").isSubsetOf("rendered", "refused");
    }

    private static String outcome(Engine engine, byte[] file) {
        try {
            BufferedImage seen = Encoded.read(engine.render(Row.job(
                    file, WantedRendition.box(40, 40).as(ImageFormat.JPEG).transformation(), Optional.empty())));
            assertThat(Math.max(seen.getWidth(), seen.getHeight())).isLessThanOrEqualTo(40);
            return "rendered";
        } catch (Refusal refused) {
            assertThat(refused.sentence()).isNotBlank();
            return "refused";
        }
    }

    /** One whole picture of each format that the engine reads and that can be drawn here. */
    private static Map<String, byte[]> pictures(Engine engine) {
        BufferedImage clouds = Pictures.clouds(96, 72);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("JPEG", Encoded.jpeg(clouds));
        files.put("progressive JPEG", Encoded.progressiveJpeg(clouds));
        files.put("PNG", Encoded.png(clouds));
        files.put("interlaced PNG", Encoded.interlacedPng(clouds));
        files.put("GIF", Encoded.gif(clouds, Pictures.quarters(96, 72)));
        files.put("WebP", WebPFile.of(Pictures.quarters(96, 72)));
        files.put("TIFF", tiff(clouds));
        files.put("SVG", SvgPictures.quarters());
        files.put("BMP", new BmpFile(BmpFile.WINDOWS, 24).bytes());
        files.put(
                "BMP of runs",
                new BmpFile(BmpFile.WINDOWS, 8).runs(1, 42, 1, 0, 0, 0, 4, 1, 2, 3, 0, 0, 2, 3, 3, 42, 2, 0, 1));
        files.put(
                "icon",
                new IconFile().with(new BmpFile(BmpFile.WINDOWS, 32), 32).bytes());
        files.put(
                "icon of a PNG",
                new IconFile()
                        .withPng(96, Encoded.png(Pictures.quarters(96, 96)))
                        .bytes());
        files.put("HEIC", HeicFiles.quarters());
        files.put("HEIC of tiles", new HeicGrid().bytes());
        for (ImageFormat written : List.of(ImageFormat.WEBP, ImageFormat.AVIF)) {
            if (engine.capabilities().writes().contains(written)) {
                files.put(
                        written + " by the engine",
                        engine.render(Row.job(
                                files.get("PNG"),
                                WantedRendition.box(96, 72).as(written).transformation(),
                                Optional.empty())));
            }
        }
        files.values().removeIf(file -> !reads(engine, file));
        return files;
    }

    private static boolean reads(Engine engine, byte[] file) {
        RenderJob job = Row.job(file, WantedRendition.box(40, 40).transformation(), Optional.empty());
        return engine.capabilities().reads().contains(job.header().format());
    }

    private static byte[] tiff(BufferedImage picture) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "tiff", file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Arguments> named(Map<String, byte[]> files) {
        return files.entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }
}
