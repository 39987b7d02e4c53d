package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.key.Fit;
import latent.key.Gravity;
import latent.pictures.AvifFile;
import latent.pictures.Encoded;
import latent.pictures.HeicFiles;
import latent.pictures.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * AVIF and HEIC files that say how they are to be turned, mirrored and cut: the decoder does it, so nobody does it again. What must be seen was
 * checked with avifdec and Chromium; only the cut, which Chromium leaves undone, with libheif alone.
 */
class TurnedByDecoderTest {
    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;

    static Stream<Arguments> turned() {
        return engines()
                .flatMap(engine -> Stream.of(true, false)
                        .flatMap(alpha -> inEachWay(
                                engine, avif(engine, picture(alpha)), "AVIF" + (alpha ? ", transparent" : ""))));
    }

    static Stream<Arguments> turnedHeic() {
        return Stream.concat(
                inEachWay(HeicHere.orSkip(), HeicFiles.quarters(), "HEIC"),
                inEachWay(HeicHere.orSkip(), HeicFiles.holed(), "HEIC, transparent"));
    }

    private static Stream<Arguments> inEachWay(Engine engine, byte[] plain, String kind) {
        return inEachWay(engine, kind, properties -> AvifFile.with(plain, properties));
    }

    private static Stream<Arguments> inEachWay(Engine engine, String kind, Function<byte[][], byte[]> change) {
        return Stream.of(0, 1, 2, 3)
                .flatMap(quarters -> Stream.of(-1, 0, 1).map(axis -> {
                    List<byte[]> properties = new ArrayList<>(List.of(AvifFile.irot(quarters)));
                    if (axis >= 0) {
                        properties.add(AvifFile.imir(axis));
                    }
                    byte[] file = change.apply(properties.toArray(byte[][]::new));
                    Orientation turn = TURNS[quarters].then(axis < 0 ? TURNS[0] : MIRRORS[axis]);
                    return Arguments.of(kind + ", irot " + quarters + ", imir " + axis, engine, file, turn);
                }));
    }

    private static final Orientation[] TURNS = {
        Orientation.TOP_LEFT, Orientation.LEFT_BOTTOM, Orientation.BOTTOM_RIGHT, Orientation.RIGHT_TOP
    };
    private static final Orientation[] MIRRORS = {Orientation.BOTTOM_LEFT, Orientation.TOP_RIGHT};

    @ParameterizedTest(name = "{0}")
    @MethodSource("turnedHeic")
    void a_heic_is_turned_once(String claim, Engine engine, byte[] file, Orientation turn) {
        a_picture_is_turned_once(claim, engine, file, turn);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("turned")
    void a_picture_is_turned_once(String claim, Engine engine, byte[] file, Orientation turn) {
        PixelSize upright = turn.turn(new PixelSize(WIDTH, HEIGHT));
        Row.Seen whole = seen(engine, file, WantedRendition.box(60, 60));
        whole.hasSize(upright.width() / 2, upright.height() / 2);
        shows(whole, turn);
        Row.Seen filled = seen(engine, file, WantedRendition.box(30, 30).fit(Fit.FILL));
        filled.hasSize(30, 30);
        shows(filled, turn);
        Row.Seen cut = seen(engine, file, WantedRendition.box(500, 500).crop(30, 20, upright.width() - 30, 0));
        cut.hasSize(30, 20);
        shows(cut, 0.5, 0.5, corner(turn, true, false));
        Row.Seen focused = seen(
                engine,
                file,
                WantedRendition.box(20, 20)
                        .fit(Fit.FILL)
                        .crop(40, 40, 0, upright.height() - 40)
                        .gravity(new Gravity.FocalPoint(0, 100)));
        shows(focused, 0.1, 0.9, corner(turn, false, true));
    }

    /** As libavif wrote it until 2025: the properties are the colours' alone, and browsers apply them to both. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("turnedWithoutItsAlpha")
    void transparency_goes_with_the_picture(String claim, Engine engine, byte[] file, Orientation turn) {
        Row.Seen seen = seen(engine, file, WantedRendition.box(60, 60));
        for (double x : new double[] {0.15, 0.85}) {
            for (double y : new double[] {0.15, 0.85}) {
                boolean white = Arrays.equals(corner(turn, x > 0.5, y > 0.5), WHITE);
                seen.hasAlpha(x, y, white ? 0 : 255);
            }
        }
        RenderJob plain =
                job(file, WantedRendition.box(60, 60).as(ImageFormat.JPEG).background(0, 0, 0));
        assertThat(new Row.Seen(Encoded.read(engine.render(plain))).picture().getWidth())
                .isEqualTo(turn.transposes() ? 40 : 60);
    }

    static Stream<Arguments> turnedWithoutItsAlpha() {
        return engines().flatMap(engine -> {
            byte[] plain = avif(engine, withoutWhite());
            Stream<Arguments> alone = inEachWay(engine, "AVIF", properties -> AvifFile.withFor(1, plain, properties));
            byte[] otherwise = AvifFile.withFor(2, plain, AvifFile.irot(1));
            return Stream.concat(
                    alone,
                    inEachWay(
                            engine,
                            "AVIF, its transparency turned otherwise",
                            properties -> AvifFile.withFor(1, otherwise, properties)));
        });
    }

    @Test
    void that_of_a_heic_is_cut_with_the_picture() {
        byte[] file = AvifFile.withFor(1, HeicFiles.holed(), AvifFile.clap(60, 40, 30, -20), AvifFile.irot(1));
        Row.Seen seen = seen(HeicHere.orSkip(), file, WantedRendition.box(30, 30));
        seen.hasSize(20, 30);
        seen.hasAlpha(0.5, 0.5, 255);
    }

    private static BufferedImage withoutWhite() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        picture.createGraphics().drawImage(Pictures.quarters(WIDTH, HEIGHT), 0, 0, null);
        for (int y = HEIGHT / 2; y < HEIGHT; y++) {
            for (int x = WIDTH / 2; x < WIDTH; x++) {
                picture.setRGB(x, y, 0);
            }
        }
        return picture;
    }

    static Stream<Engine> engines() {
        return TestedEngines.all()
                .filter(engine -> engine.capabilities().writes().contains(ImageFormat.AVIF));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_clean_aperture_is_all_there_is(Engine engine) {
        byte[] file = AvifFile.with(avif(engine, picture(false)), AvifFile.clap(60, 40, 30, -20), AvifFile.irot(1));
        RenderJob job = job(file, WantedRendition.box(60, 60));
        assertThat(job.header().upright()).isEqualTo(new PixelSize(40, 60));
        assertThat(job.header().codedPixels()).isEqualTo(WIDTH * HEIGHT);
        Row.Seen seen = seen(engine, file, WantedRendition.box(30, 30));
        seen.hasSize(20, 30);
        shows(seen, 0.1, 0.1, GREEN);
        shows(seen, 0.9, 0.9, GREEN);
    }

    @Test
    void a_clean_aperture_of_a_heic_is_all_there_is() {
        byte[] file = AvifFile.with(HeicFiles.quarters(), AvifFile.clap(60, 40, 30, -20), AvifFile.irot(1));
        Row.Seen seen = seen(HeicHere.orSkip(), file, WantedRendition.box(30, 30));
        seen.hasSize(20, 30);
        shows(seen, 0.1, 0.1, GREEN);
        shows(seen, 0.9, 0.9, GREEN);
    }

    private static final int[] RED = {255, 0, 0};
    private static final int[] GREEN = {0, 255, 0};
    private static final int[] BLUE = {0, 0, 255};
    private static final int[] WHITE = {255, 255, 255};

    private static void shows(Row.Seen seen, Orientation turn) {
        shows(seen, 0.15, 0.15, corner(turn, false, false));
        shows(seen, 0.85, 0.15, corner(turn, true, false));
        shows(seen, 0.15, 0.85, corner(turn, false, true));
        shows(seen, 0.85, 0.85, corner(turn, true, true));
    }

    /** The colour of a corner of the upright picture. */
    private static int[] corner(Orientation turn, boolean right, boolean below) {
        boolean x = right != turn.mirrorsX();
        boolean y = below != turn.mirrorsY();
        boolean storedRight = turn.transposes() ? y : x;
        boolean storedBelow = turn.transposes() ? x : y;
        return storedBelow ? (storedRight ? WHITE : BLUE) : (storedRight ? GREEN : RED);
    }

    private static void shows(Row.Seen seen, double x, double y, int[] rgb) {
        seen.shows(x, y, rgb[0], rgb[1], rgb[2], 24);
    }

    /** With transparency there is a hole in the middle, where no test looks. */
    private static BufferedImage picture(boolean alpha) {
        BufferedImage quarters = Pictures.quarters(WIDTH, HEIGHT);
        if (!alpha) {
            return quarters;
        }
        BufferedImage holed = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        holed.createGraphics().drawImage(quarters, 0, 0, null);
        for (int y = HEIGHT / 2 - 4; y < HEIGHT / 2 + 4; y++) {
            for (int x = WIDTH / 2 - 4; x < WIDTH / 2 + 4; x++) {
                holed.setRGB(x, y, 0);
            }
        }
        return holed;
    }

    private static byte[] avif(Engine engine, BufferedImage picture) {
        return engine.render(
                job(Encoded.png(picture), WantedRendition.box(WIDTH, HEIGHT).as(ImageFormat.AVIF)));
    }

    private static Row.Seen seen(Engine engine, byte[] file, WantedRendition wish) {
        return new Row.Seen(Encoded.read(engine.render(job(file, wish))));
    }

    private static RenderJob job(byte[] file, WantedRendition wish) {
        return Row.job(file, wish.transformation(), Optional.empty());
    }
}
