package latent.render.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Map;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Fit;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.JpegCoding;
import latent.render.RenderJob;
import latent.render.RenderSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnimationTest {
    private static final byte[] THREE = Encoded.gif(
            Pictures.plain(60, 40, Color.RED), Pictures.plain(60, 40, Color.GREEN), Pictures.plain(60, 40, Color.BLUE));
    private static final ImageHeader HEADER =
            new ImageHeader(ImageFormat.GIF, new PixelSize(60, 40), Orientation.TOP_LEFT, 3, false);

    private static VipsEngine engine;

    @BeforeAll
    static void load() {
        engine = new VipsEngine(LibvipsHere.orSkip(), RenderSettings.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"GIF", "WEBP"})
    void an_animation_stays_an_animation(ImageFormat format) {
        for (Fit fit : Fit.values()) {
            byte[] moving = engine.render(job(THREE, fit, format));
            assertThat(frames(moving, format)).as("%s", fit).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"JPEG", "PNG", "AVIF"})
    void a_still_is_the_first_frame(ImageFormat format) {
        byte[] still = engine.render(job(THREE, Fit.FIT, format));
        BufferedImage seen = Drawn.read(engine.render(Drawn.job(still, small(Fit.FIT, ImageFormat.PNG))));
        assertThat(new Color(seen.getRGB(5, 5)).getRed()).isGreaterThan(240);
    }

    @Test
    void more_frames_than_the_limit_are_refused() {
        VipsEngine strict = new VipsEngine(
                LibvipsHere.orSkip(), new RenderSettings(Map.of(), JpegCoding.PROGRESSIVE, 960, 2, 1_000_000, false));
        assertThatThrownBy(() -> strict.render(job(THREE, Fit.FIT, ImageFormat.GIF)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    private static int frames(byte[] file, ImageFormat format) {
        try (Session session = new Session(new Libvips(LibvipsHere.orSkip(), false))) {
            ImageHeader header = Drawn.header(file);
            assertThat(header.format()).isEqualTo(format);
            return new Loader(session, session.lend(file), header).opened().pages();
        }
    }

    private static RenderJob job(byte[] file, Fit fit, ImageFormat format) {
        return RenderJob.of(file, HEADER, small(fit, format));
    }

    private static Transformation small(Fit fit, ImageFormat format) {
        return Transformation.of(new RequestedSize(30, 30), format, fit);
    }
}
