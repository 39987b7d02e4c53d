package latent.render;

import static latent.pictures.TiffQuarters.file;
import static latent.pictures.TiffWriter.BLACK_IS_ZERO;
import static latent.pictures.TiffWriter.CMYK;
import static latent.pictures.TiffWriter.LAB;
import static latent.pictures.TiffWriter.PALETTE;
import static latent.pictures.TiffWriter.RGB;
import static latent.pictures.TiffWriter.WHITE_IS_ZERO;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latent.pictures.TiffQuarters;

/** Every kind of TIFF that is shown, each with the same picture in it. */
final class TiffRows {
    private TiffRows() {}

    static Stream<Row> all() {
        return Stream.of(gray(), colours(), alpha(), others(), places()).flatMap(rows -> rows);
    }

    private static Stream<Row> gray() {
        return IntStream.of(1, 2, 4, 8, 16)
                .boxed()
                .flatMap(bits -> IntStream.of(WHITE_IS_ZERO, BLACK_IS_ZERO)
                        .mapToObj(zero -> row(
                                bits + " bits of gray, " + (zero == WHITE_IS_ZERO ? "white" : "black") + " is zero",
                                file(zero, bits, 0).of(TiffQuarters.gray(zero, bits)),
                                bits == 1 ? TiffRows::blackAndWhite : TiffRows::gray)));
    }

    private static Stream<Row> colours() {
        Stream<Row> palettes = IntStream.of(2, 4, 8)
                .mapToObj(bits -> row(
                        bits + " bits of palette",
                        file(PALETTE, bits, 0)
                                .tag(320, TiffQuarters.palette(bits))
                                .of(TiffQuarters.index()),
                        TiffRows::colour));
        Stream<Row> subsampled = Stream.of(new int[] {2, 1}, new int[] {2, 2}, new int[] {4, 1}, new int[] {1, 2})
                .map(step -> row(
                        "YCbCr, colours for " + step[0] + "x" + step[1],
                        TiffQuarters.subsampled(step[0], step[1]),
                        TiffRows::colour));
        return Stream.of(
                        palettes,
                        subsampled,
                        Stream.of(
                                row("8 bits of RGB", file(RGB, 8, 0).of(TiffQuarters.rgb(8)), TiffRows::colour),
                                row("16 bits of RGB", file(RGB, 16, 0).of(TiffQuarters.rgb(16)), TiffRows::colour),
                                row("16 bits of Lab", file(LAB, 16, 0).of(TiffQuarters.lab(16)), TiffRows::colour),
                                row("8 bits of CMYK", file(CMYK, 8, 0).of(TiffQuarters.cmyk(8)), TiffRows::colour),
                                row("16 bits of CMYK", file(CMYK, 16, 0).of(TiffQuarters.cmyk(16)), TiffRows::colour)))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> alpha() {
        return IntStream.of(8, 16)
                .boxed()
                .flatMap(bits -> Stream.of(
                        row(
                                bits + " bits of RGB and alpha",
                                file(RGB, bits, 1).extra(2).of(TiffQuarters.withAlpha(TiffQuarters.rgb(bits), bits)),
                                TiffRows::halfTransparent),
                        row(
                                bits + " bits of RGB multiplied with alpha",
                                file(RGB, bits, 1)
                                        .extra(1)
                                        .of(TiffQuarters.withMultipliedAlpha(TiffQuarters.rgb(bits), bits)),
                                TiffRows::halfTransparent),
                        row(
                                bits + " bits of gray and alpha",
                                file(BLACK_IS_ZERO, bits, 1)
                                        .extra(2)
                                        .of(TiffQuarters.withAlpha(TiffQuarters.gray(BLACK_IS_ZERO, bits), bits)),
                                seen -> seen.hasAlpha(0.2, 0.8, 127))));
    }

    private static Stream<Row> others() {
        byte[] unknown = file(RGB, 8, 1).extra(0).of(TiffQuarters.withNothing(TiffQuarters.rgb(8)));
        byte[] selection = file(RGB, 8, 2)
                .extra(2, 0)
                .of(TiffQuarters.withNothing(TiffQuarters.withAlpha(TiffQuarters.rgb(8), 8)));
        byte[] inBigTiff = file(RGB, 8, 1).big().extra(0).of(TiffQuarters.withNothing(TiffQuarters.rgb(8)));
        byte[] gray = file(BLACK_IS_ZERO, 8, 1).extra(0).of(TiffQuarters.withNothing(TiffQuarters.gray(1, 8)));
        return Stream.of(
                row("a channel that is neither colour nor alpha", unknown, TiffRows::opaque),
                row("the same beside gray", gray, TiffRows::gray),
                row("a channel beside the alpha", selection, TiffRows::halfTransparent),
                row("a channel that is neither, in BigTIFF", inBigTiff, TiffRows::opaque),
                row(
                        "CMYK and alpha",
                        file(CMYK, 8, 1).extra(2).of(TiffQuarters.withAlpha(TiffQuarters.cmyk(8), 8)),
                        seen -> seen.hasAlpha(0.2, 0.8, 127)));
    }

    private static Stream<Row> places() {
        return Stream.of(
                row("channels by themselves", file(RGB, 8, 0).planar().of(TiffQuarters.rgb(8)), TiffRows::colour),
                row("tiles", file(RGB, 8, 0).tiled().of(TiffQuarters.rgb(8)), TiffRows::colour),
                row("big end first", file(RGB, 16, 0).bigEndian().of(TiffQuarters.rgb(16)), TiffRows::colour),
                row("deflated tiles", file(RGB, 8, 0).tiled().deflated().of(TiffQuarters.rgb(8)), TiffRows::colour));
    }

    private static Row row(String claim, byte[] file, Consumer<Row.Seen> check) {
        return Row.of("TIFF: " + claim, file, WantedRendition.box(40, 40), check);
    }

    private static void colour(Row.Seen seen) {
        seen.shows(0.2, 0.2, 255, 0, 0, 12);
        seen.shows(0.8, 0.2, 0, 255, 0, 12);
        seen.shows(0.2, 0.8, 0, 0, 255, 12);
        seen.shows(0.8, 0.8, 255, 255, 255, 12);
    }

    private static void opaque(Row.Seen seen) {
        colour(seen);
        seen.hasAlpha(0.8, 0.8, 255);
    }

    private static void halfTransparent(Row.Seen seen) {
        colour(seen);
        seen.hasAlpha(0.2, 0.2, 255);
        seen.hasAlpha(0.2, 0.8, 127);
    }

    private static void gray(Row.Seen seen) {
        for (int quarter = 0; quarter < 4; quarter++) {
            int light = TiffQuarters.brightness(quarter);
            seen.shows(quarter % 2 == 0 ? 0.2 : 0.8, quarter < 2 ? 0.2 : 0.8, light, light, light);
        }
    }

    private static void blackAndWhite(Row.Seen seen) {
        seen.shows(0.2, 0.2, 0, 0, 0);
        seen.shows(0.8, 0.8, 255, 255, 255);
    }
}
