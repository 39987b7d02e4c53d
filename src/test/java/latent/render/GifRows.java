package latent.render;

import static latent.pictures.GifWriter.GREEN;
import static latent.pictures.GifWriter.RED;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.pictures.GifWriter;
import latent.pictures.GifWriter.Frame;

/** Frames of GIF files that are not as large as the screen, as Chromium shows them. */
final class GifRows {
    private static final Frame WHOLE = Frame.at(0, 0, 100, 80, RED);
    private static final int CLEAR = 128;
    private static final int END = 129;
    private static final WantedRendition AS_IT_IS = WantedRendition.box(2000, 2000);

    private GifRows() {}

    static Stream<Row> all() {
        return Stream.of(later(), first(), codes(), screens()).flatMap(rows -> rows);
    }

    private static Stream<Row> later() {
        Consumer<Row.Seen> plainRed = seen -> {
            seen.hasSize(100, 80);
            seen.shows(0.9, 0.9, 255, 0, 0);
        };
        return Stream.of(
                row(
                        "a later frame stands over by one pixel",
                        100,
                        80,
                        plainRed,
                        WHOLE,
                        Frame.at(50, 20, 51, 40, GREEN)),
                row("by a half of it", 100, 80, plainRed, WHOLE, Frame.at(50, 40, 100, 80, GREEN)),
                row("it is outside altogether", 100, 80, plainRed, WHOLE, Frame.at(300, 200, 20, 20, GREEN)),
                row("it is enormous", 100, 80, plainRed, WHOLE, Frame.at(0, 0, 100, 65_535, GREEN)));
    }

    private static Stream<Row> first() {
        Frame small = Frame.at(20, 20, 40, 30, RED);
        return Stream.of(
                row("what no frame has painted is transparent", 100, 80, GifRows::unpainted, small),
                row("also where a later frame paints", 100, 80, GifRows::unpainted, small, WHOLE),
                row("also where the frame has transparent colours", 100, 80, GifRows::unpainted, small.transparent()),
                row("also where it is to be taken away", 100, 80, GifRows::unpainted, small.disposedBy(2), small),
                jpeg("it is white in JPEG", seen -> seen.shows(0.05, 0.05, 255, 255, 255), small),
                row("its lines come in four passes", 100, 80, GifRows::woven, small.interlaced(GREEN)),
                row(
                        "the first frame stands over, and the canvas grows",
                        100,
                        80,
                        GifRows::grown,
                        Frame.at(10, 10, 100, 80, RED)));
    }

    /** Each column of 100 pixels begins with a clear code: a pixel too many would move it, and the lower half would begin too low. */
    private static Stream<Row> codes() {
        Frame halves = new Frame(0, 0, 100, 80, RED, GREEN, 1, false, false);
        int[] line = new int[101];
        line[0] = CLEAR;
        byte[] plain = GifWriter.of(100, 80, halves);
        return Stream.of(
                halved("clear codes that follow another one are no pixels", GifWriter.withClearsTwice(100, 80, halves)),
                halved("a line too many is not shown", GifWriter.withCodesBehind(100, 80, halves, line)),
                halved("nor are codes without a meaning", GifWriter.withCodesBehind(100, 80, halves, CLEAR, 200, 201)),
                halved("nor is what stands behind the end", GifWriter.withCodesBehind(100, 80, halves, END, 200, 0)),
                halved("the end of the file is missing", Arrays.copyOf(plain, plain.length - 1)),
                halved("and that of the blocks", Arrays.copyOf(plain, plain.length - 2)),
                halved("and that of the codes", Arrays.copyOf(plain, plain.length - 3)));
    }

    private static Row halved(String claim, byte[] file) {
        return Row.of("GIF: " + claim, file, AS_IT_IS, seen -> {
            seen.hasSize(100, 80);
            seen.shows(0, 39 / 79.0, 255, 0, 0);
            seen.shows(0, 40 / 79.0, 0, 255, 0);
            seen.shows(1, 1, 0, 255, 0);
        });
    }

    private static Stream<Row> screens() {
        Frame whole = Frame.at(0, 0, 110, 90, RED);
        Frame shifted = Frame.at(10, 10, 100, 80, RED);
        return Stream.of(
                row("a screen without size is as large as the first frame", 0, 0, GifRows::grown, shifted, whole),
                row("a screen without width", 0, 80, GifRows::grown, shifted),
                row("a screen without height", 100, 0, GifRows::grown, shifted),
                row("a screen of 640x480 that the first frame does not fill", 640, 480, corner(640, 480), shifted),
                row("and with transparent colours", 640, 480, corner(640, 480), shifted.transparent()),
                row("a screen wider than 2,048 pixels", 2_100, 60, corner(2_000, 57), Frame.at(0, 0, 9, 9, GREEN)));
    }

    private static Row row(String claim, int width, int height, Consumer<Row.Seen> check, Frame... frames) {
        return Row.of("GIF: " + claim, GifWriter.of(width, height, frames), AS_IT_IS, check);
    }

    private static Row jpeg(String claim, Consumer<Row.Seen> check, Frame... frames) {
        return Row.of("GIF: " + claim, GifWriter.of(100, 80, frames), AS_IT_IS.as(ImageFormat.JPEG), check);
    }

    private static void unpainted(Row.Seen seen) {
        seen.hasSize(100, 80);
        seen.hasAlpha(0.05, 0.05, 0);
        seen.hasAlpha(0.95, 0.95, 0);
        seen.hasAlpha(0.4, 0.4, 255);
        seen.shows(0.4, 0.4, 255, 0, 0);
    }

    private static void woven(Row.Seen seen) {
        seen.hasAlpha(0.95, 0.95, 0);
        seen.shows(0.4, 0.3, 255, 0, 0);
        seen.shows(0.4, 0.55, 0, 255, 0);
    }

    private static void grown(Row.Seen seen) {
        seen.hasSize(110, 90);
        seen.hasAlpha(0.05, 0.5, 0);
        seen.shows(0.98, 0.98, 255, 0, 0);
        seen.hasAlpha(0.98, 0.98, 255);
    }

    private static Consumer<Row.Seen> corner(int width, int height) {
        return seen -> {
            seen.hasSize(width, height);
            seen.hasAlpha(0.9, 0.9, 0);
        };
    }
}
