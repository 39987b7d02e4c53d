package latent.render.vips;

import static latent.render.vips.Drawn.colour;
import static latent.render.vips.Drawn.like;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
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
import latent.key.Option;
import latent.key.RequestedSize;
import latent.key.Rgb;
import latent.key.Sharpen;
import latent.key.Transformation;
import latent.key.Trim;
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
    void a_smart_crop_finds_the_only_object() {
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

    private static BufferedImage adjust(byte[] original, Option... options) {
        return Drawn.read(engine.render(Drawn.job(original, png(200, 200, options))));
    }

    private static Transformation png(int width, int height, Option... options) {
        return Transformation.of(new RequestedSize(width, height), ImageFormat.PNG, options);
    }

    private static Transformation jpeg(int width, int height, Option... options) {
        return Transformation.of(new RequestedSize(width, height), ImageFormat.JPEG, options);
    }
}
