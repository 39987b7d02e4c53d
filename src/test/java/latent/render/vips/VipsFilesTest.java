package latent.render.vips;

import static latent.render.vips.Drawn.colour;
import static latent.render.vips.Drawn.like;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.key.MaxBytes;
import latent.key.Option;
import latent.key.Quality;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.pictures.AvifFiles;
import latent.pictures.Headers;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.RenderJob;
import latent.render.RenderSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files that the engine reads and writes: formats, sizes, qualities, and what it refuses to read. */
class VipsFilesTest {
    private static VipsEngine engine;

    @BeforeAll
    static void load() {
        engine = new VipsEngine(LibvipsHere.orSkip(), RenderSettings.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"JPEG", "PNG", "WEBP", "AVIF", "GIF"})
    void writes_and_reads_again_what_it_wrote(ImageFormat format) {
        byte[] original = Drawn.file(Drawn.quarters(400, 300), "png");
        byte[] rendition = engine.render(Drawn.job(original, Transformation.of(new RequestedSize(200, 200), format)));
        ImageHeader header = Drawn.header(rendition);
        assertThat(header.format()).isEqualTo(format);
        assertThat(header.upright()).isEqualTo(new PixelSize(200, 150));
        BufferedImage seen = Drawn.read(engine.render(Drawn.job(rendition, png(200, 200))));
        assertThat(colour(seen, 20, 20)).matches(like(Color.RED));
        assertThat(colour(seen, 180, 130)).matches(like(Color.YELLOW));
    }

    /** Chromium shows it; the aom of npm's libvips is built with this limit. */
    @Test
    void an_avif_that_is_wider_than_the_decoder_goes_is_refused_by_that_name() {
        assertThatThrownBy(() -> engine.render(Drawn.job(AvifFiles.wide(), png(200, 200))))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.UNSUPPORTED_FORMAT);
                    assertThat(refused.sentence()).contains("16,384 pixels", "save it as JPEG");
                });
    }

    @Test
    void a_file_is_as_small_as_max_bytes_says() {
        byte[] original = Drawn.file(Drawn.busy(800, 600), "jpg");
        for (ImageFormat format : new ImageFormat[] {ImageFormat.JPEG, ImageFormat.WEBP, ImageFormat.AVIF}) {
            assertThat(engine.render(Drawn.job(
                            original, jpeg(400, 300, new MaxBytes(20_000)).as(format))))
                    .as("%s", format)
                    .hasSizeBetween(8_000, 20_000);
        }
        assertThatThrownBy(() -> engine.render(Drawn.job(original, jpeg(400, 300, new MaxBytes(200)))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("200 bytes");
    }

    @Test
    void q_auto_reaches_the_wanted_similarity_with_a_smaller_file() {
        byte[] original = Drawn.file(Drawn.busy(1600, 1200), "jpg");
        BufferedImage wanted = Drawn.read(engine.render(Drawn.job(original, png(400, 300))));
        byte[] file = engine.render(Drawn.job(original, jpeg(400, 300, new Quality.Auto())));
        assertThat(PictureMeasures.of(Drawn.read(file), wanted)).isBetween(0.9595, 0.966);
        assertThat(file).hasSizeLessThan(engine.render(Drawn.job(original, jpeg(400, 300))).length);
    }

    @Test
    void a_truncated_file_is_refused() {
        byte[] jpeg = Drawn.file(Drawn.busy(800, 600), "jpg");
        byte[] png = Drawn.file(Drawn.busy(800, 600), "png");
        for (byte[] whole : new byte[][] {jpeg, png}) {
            byte[] torn = Arrays.copyOf(whole, whole.length / 2);
            assertThatThrownBy(() -> engine.render(RenderJob.of(torn, Drawn.header(whole), png(100, 100))))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.reason()).isEqualTo(Reason.NOT_A_PICTURE));
        }
    }

    @Test
    void only_the_loader_of_the_format_that_was_found_is_asked() {
        byte[] png = Drawn.file(Drawn.quarters(100, 100), "png");
        ImageHeader lie = Headers.still(ImageFormat.JPEG, new PixelSize(100, 100));
        assertThatThrownBy(() -> engine.render(RenderJob.of(png, lie, png(50, 50))))
                .isInstanceOf(Refusal.class);
    }

    private static Transformation png(int width, int height) {
        return Transformation.of(new RequestedSize(width, height), ImageFormat.PNG);
    }

    private static Transformation jpeg(int width, int height, Option... options) {
        return Transformation.of(new RequestedSize(width, height), ImageFormat.JPEG, options);
    }
}
