package latent.render.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Background;
import latent.key.Blur;
import latent.key.CropBox;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.Grayscale;
import latent.key.MaxBytes;
import latent.key.Option;
import latent.key.Quality;
import latent.key.RequestedSize;
import latent.key.Rgb;
import latent.key.Sharpen;
import latent.key.Transformation;
import latent.key.Trim;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.RenderJob;
import latent.render.RenderSettings;
import latent.render.SourceFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VipsEngineTest {
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

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void every_orientation_comes_out_upright(Orientation orientation) {
        byte[] original = Drawn.file(Drawn.quarters(400, 300), "jpg");
        ImageHeader header = new ImageHeader(ImageFormat.JPEG, new PixelSize(400, 300), orientation, 1, false);
        BufferedImage seen = Drawn.read(engine.render(RenderJob.of(original, header, png(100, 100))));
        PixelSize upright = orientation.turn(new PixelSize(100, 75));
        assertThat(new PixelSize(seen.getWidth(), seen.getHeight())).isEqualTo(upright);
        boolean right = orientation.mirrorsX();
        boolean below = orientation.mirrorsY();
        assertThat(colour(seen, right ? upright.width() - 10 : 10, below ? upright.height() - 10 : 10))
                .as("the first stored pixel is red")
                .matches(like(Color.RED));
    }

    @Test
    void shrinking_on_load_looks_like_decoding_everything() {
        byte[] jpeg = Drawn.file(Drawn.busy(4000, 3000), "jpg");
        byte[] same = Drawn.file(Drawn.read(jpeg), "png");
        for (int width : new int[] {320, 600, 1280}) {
            BufferedImage fast = Drawn.read(engine.render(Drawn.job(jpeg, png(width, width))));
            BufferedImage slow = Drawn.read(engine.render(Drawn.job(same, png(width, width))));
            assertThat(PictureMeasures.of(fast, slow)).as("%d wide", width).isGreaterThan(0.97);
        }
    }

    @Test
    void a_fill_covers_its_box_and_keeps_what_gravity_says() {
        byte[] original = Drawn.file(Drawn.quarters(400, 200), "png");
        BufferedImage seen =
                Drawn.read(engine.render(Drawn.job(original, png(50, 50, Fit.FILL, Gravity.Compass.EAST))));
        assertThat(seen.getWidth()).isEqualTo(50);
        assertThat(seen.getHeight()).isEqualTo(50);
        assertThat(colour(seen, 5, 5)).matches(like(Color.GREEN));
        assertThat(colour(seen, 5, 45)).matches(like(Color.YELLOW));
    }

    @Test
    void a_smart_crop_finds_the_one_thing_to_see() {
        BufferedImage picture = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(new Color(40, 60, 40));
        brush.fillRect(0, 0, 900, 300);
        brush.drawImage(Drawn.busy(160, 160), 690, 70, null);
        brush.dispose();
        BufferedImage seen = Drawn.read(
                engine.render(Drawn.job(Drawn.file(picture, "png"), png(100, 100, Fit.FILL, new Gravity.Smart()))));
        assertThat(PictureMeasures.detail(seen)).isGreaterThan(200);
    }

    @Test
    void a_crop_box_is_cut_before_the_resize() {
        byte[] original = Drawn.file(Drawn.quarters(400, 200), "png");
        BufferedImage seen =
                Drawn.read(engine.render(Drawn.job(original, png(50, 50, new CropBox(100, 100, 300, 100)))));
        assertThat(colour(seen, 2, 2)).matches(like(Color.YELLOW));
        assertThat(colour(seen, 47, 47)).matches(like(Color.YELLOW));
    }

    @Test
    void a_pad_is_transparent_or_the_background() {
        byte[] original = Drawn.file(Drawn.quarters(400, 200), "png");
        BufferedImage clear = Drawn.read(engine.render(Drawn.job(original, png(100, 100, Fit.PAD))));
        assertThat(clear.getRGB(50, 5) >>> 24).isZero();
        Transformation onPink = png(100, 100, Fit.PAD, new Background(new Rgb(255, 0, 200)));
        assertThat(colour(Drawn.read(engine.render(Drawn.job(original, onPink))), 50, 5))
                .matches(like(new Color(255, 0, 200)));
    }

    @Test
    void what_is_transparent_becomes_white_in_a_jpeg() {
        BufferedImage glass = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        BufferedImage seen = Drawn.read(engine.render(Drawn.job(Drawn.file(glass, "png"), jpeg(50, 50))));
        assertThat(colour(seen, 25, 25)).matches(like(Color.WHITE));
    }

    @Test
    void the_colour_of_transparent_pixels_does_not_bleed() {
        BufferedImage picture = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 400; x++) {
                picture.setRGB(x, y, (x / 3 + y / 3) % 2 == 0 ? 0xff00ff00 : 0x00ff0000);
            }
        }
        BufferedImage seen = Drawn.read(engine.render(Drawn.job(Drawn.file(picture, "png"), png(40, 40))));
        assertThat(colour(seen, 20, 20).getRed()).isLessThan(30);
    }

    @Test
    void a_trim_takes_the_border_away() {
        BufferedImage framed = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = framed.createGraphics();
        brush.setColor(new Color(240, 240, 240));
        brush.fillRect(0, 0, 300, 200);
        brush.drawImage(Drawn.quarters(100, 80), 60, 70, null);
        brush.dispose();
        Transformation trim = png(1000, 1000, new Trim(10));
        BufferedImage seen = Drawn.read(engine.render(Drawn.job(Drawn.file(framed, "png"), trim)));
        assertThat(new PixelSize(seen.getWidth(), seen.getHeight())).isEqualTo(new PixelSize(100, 80));
    }

    @Test
    void blur_sharpen_and_gray_do_what_they_say() {
        byte[] original = Drawn.file(Drawn.busy(400, 300), "png");
        double plain = PictureMeasures.detail(adjust(original));
        assertThat(PictureMeasures.detail(adjust(original, new Blur(30)))).isLessThan(plain / 2);
        assertThat(PictureMeasures.detail(adjust(original, new Sharpen(20)))).isGreaterThan(plain * 1.05);
        Color gray = colour(adjust(original, new Grayscale()), 100, 100);
        assertThat(gray.getRed()).isEqualTo(gray.getGreen()).isEqualTo(gray.getBlue());
    }

    @Test
    void a_watermark_stands_in_the_lower_right_corner() {
        byte[] original = Drawn.file(Drawn.quarters(400, 400), "png");
        BufferedImage black = new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB);
        byte[] mark = Drawn.file(black, "png");
        RenderJob job = new RenderJob(
                new SourceFile<>(original, Drawn.header(original)),
                png(400, 400),
                Optional.of(new SourceFile<>(mark, Drawn.header(mark))));
        BufferedImage seen = Drawn.read(engine.render(job));
        assertThat(colour(seen, 380, 380)).matches(like(Color.BLACK));
        assertThat(colour(seen, 300, 300)).matches(like(Color.YELLOW));
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
    void q_auto_is_the_smallest_that_still_looks_like_it() {
        byte[] original = Drawn.file(Drawn.busy(1600, 1200), "jpg");
        BufferedImage wanted = Drawn.read(engine.render(Drawn.job(original, png(400, 300))));
        byte[] file = engine.render(Drawn.job(original, jpeg(400, 300, new Quality.Auto())));
        assertThat(PictureMeasures.of(Drawn.read(file), wanted)).isBetween(0.9595, 0.966);
        assertThat(file).hasSizeLessThan(engine.render(Drawn.job(original, jpeg(400, 300))).length);
    }

    @Test
    void a_torn_file_is_refused() {
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
        ImageHeader lie = new ImageHeader(ImageFormat.JPEG, new PixelSize(100, 100), Orientation.TOP_LEFT, 1, false);
        assertThatThrownBy(() -> engine.render(RenderJob.of(png, lie, png(50, 50))))
                .isInstanceOf(Refusal.class);
    }

    private static BufferedImage adjust(byte[] original, Option... options) {
        return Drawn.read(engine.render(Drawn.job(original, png(200, 200, options))));
    }

    private static Transformation png(int width, int height, Option... options) {
        return Transformation.of(new RequestedSize(width, height), ImageFormat.PNG, options);
    }

    private static Transformation jpeg(int width, int height, Option... options) {
        return Transformation.of(new RequestedSize(width, height), ImageFormat.JPEG, options);
    }

    private static Color colour(BufferedImage picture, int x, int y) {
        return new Color(picture.getRGB(x, y));
    }

    private static java.util.function.Predicate<Color> like(Color wanted) {
        return seen -> Math.abs(seen.getRed() - wanted.getRed()) < 24
                && Math.abs(seen.getGreen() - wanted.getGreen()) < 24
                && Math.abs(seen.getBlue() - wanted.getBlue()) < 24;
    }
}
