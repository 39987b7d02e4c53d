package latent.render.vips;

import static latent.pictures.GifWriter.BLUE;
import static latent.pictures.GifWriter.GREEN;
import static latent.pictures.GifWriter.RED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.pictures.GifWriter;
import latent.pictures.GifWriter.Frame;
import latent.render.RenderJob;
import latent.render.RenderSettings;
import latent.render.gif.GifFrame;
import latent.render.gif.GifFrames;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each frame of an animation, as Chromium composes it. */
class AnimatedGifTest {
    private static final String NOTHING = "nothing";
    private static final Frame WHOLE = Frame.at(0, 0, 100, 80, RED);
    private static final Frame SMALL = Frame.at(20, 20, 40, 30, GREEN);
    private static final Frame LATER = Frame.at(60, 50, 20, 20, BLUE);

    private static VipsEngine engine;

    @BeforeAll
    static void load() {
        engine = new VipsEngine(LibvipsHere.orSkip(), RenderSettings.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "WEBP"})
    void later_frames_are_clipped(ImageFormat format) {
        byte[] file = GifWriter.of(100, 80, WHOLE, Frame.at(10, 10, 100, 80, GREEN), Frame.at(90, 70, 500, 500, BLUE));
        assertThat(seen(file, format)).containsExactly("red red", "red green", "red green");
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "WEBP"})
    void what_no_frame_has_painted_is_transparent(ImageFormat format) {
        byte[] file = GifWriter.of(100, 80, SMALL, LATER);
        assertThat(seen(file, format)).containsExactly(NOTHING + " green", NOTHING + " green");
        assertThat(times(file)).containsExactly(10, 20);
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "WEBP"})
    void a_frame_that_is_taken_away_leaves_transparent_pixels(ImageFormat format) {
        byte[] file = GifWriter.of(100, 80, WHOLE, SMALL.disposedBy(2), LATER, aside(1).disposedBy(2), aside(2));
        assertThat(seen(file, format))
                .containsExactly("red red", "red green", "red " + NOTHING, "red " + NOTHING, "red " + NOTHING);
        assertThat(times(file)).containsExactly(10, 20, 30, 40, 50);
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "WEBP"})
    void a_frame_that_is_undone_leaves_what_was_before_it(ImageFormat format) {
        byte[] file = GifWriter.of(100, 80, WHOLE, SMALL.disposedBy(3), LATER);
        assertThat(seen(file, format)).containsExactly("red red", "red green", "red red");
    }

    @ParameterizedTest
    @EnumSource(names = {"GIF", "WEBP"})
    void a_screen_of_640_by_480_keeps_its_size(ImageFormat format) {
        byte[] file = GifWriter.of(640, 480, Frame.at(0, 0, 64, 48, RED), Frame.at(192, 144, 384, 288, GREEN));
        assertThat(seen(file, format)).containsExactly("red " + NOTHING, "red green");
    }

    private static Frame aside(int pixels) {
        return Frame.at(60 + pixels, 50, 20, 20, BLUE);
    }

    /** What is at a twentieth of the sides, and at two fifths of them, in each frame. */
    private static List<String> seen(byte[] file, ImageFormat format) {
        List<String> seen = new ArrayList<>();
        byte[] rendition = render(file, format);
        try (Session session = new Session(new Libvips(LibvipsHere.orSkip(), false))) {
            ImageHeader header = Drawn.header(rendition);
            PixelRect whole = PixelRect.whole(header.stored());
            for (Picture frame : new Loader(session, session.lend(rendition), header).frames(whole)) {
                seen.add(at(frame, 0.05) + " " + at(frame, 0.4));
            }
        }
        return seen;
    }

    /** In hundredths of a second. */
    private static List<Integer> times(byte[] file) {
        return GifFrames.of(ByteBuffer.wrap(render(file, ImageFormat.GIF))).stream()
                .map(GifFrame::delay)
                .toList();
    }

    private static byte[] render(byte[] file, ImageFormat format) {
        return engine.render(
                RenderJob.of(file, Drawn.header(file), Transformation.of(new RequestedSize(100, 80), format)));
    }

    private static String at(Picture frame, double part) {
        int x = (int) (frame.size().width() * part);
        int y = (int) (frame.size().height() * part);
        byte[] pixel = frame.inMemory()
                .cut(new PixelRect(x, y, 1, 1))
                .operation("rawsave_buffer")
                .bytes();
        if (pixel.length == 4 && (pixel[3] & 0xff) < 10) {
            return NOTHING;
        }
        boolean red = (pixel[0] & 0xff) > 150;
        boolean green = (pixel[1] & 0xff) > 150;
        return red && !green
                ? "red"
                : green && !red ? "green" : (pixel[0] & 0xff) + "," + (pixel[1] & 0xff) + "," + (pixel[2] & 0xff);
    }
}
