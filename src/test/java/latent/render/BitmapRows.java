package latent.render;

import static latent.pictures.BmpFile.OS2;
import static latent.pictures.BmpFile.VERSION_4;
import static latent.pictures.BmpFile.VERSION_5;
import static latent.pictures.BmpFile.WINDOWS;
import static latent.pictures.BmpFile.WITH_MASKS;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.pictures.BmpFile;
import latent.pictures.Encoded;
import latent.pictures.IconFile;
import latent.pictures.Pictures;

/** Every kind of BMP file and of icon, each with the same picture in it, as Chromium shows it. */
final class BitmapRows {
    private static final int[] EIGHT_BITS_EACH = {0xff0000, 0xff00, 0xff, 0xff000000};
    private static final int[] FOUR_BITS_EACH = {0xf00, 0xf0, 0xf, 0xf000};

    private BitmapRows() {}

    static Stream<Row> all() {
        return Stream.of(depths(), alpha(), runs(), icons()).flatMap(rows -> rows);
    }

    private static Stream<Row> depths() {
        Stream<Row> windows = IntStream.of(2, 4, 8, 16, 24, 32)
                .mapToObj(bits -> row(bits + " bits", new BmpFile(WINDOWS, bits).bytes(), BitmapRows::colours));
        Stream<Row> os2 = IntStream.of(4, 8, 24)
                .mapToObj(bits -> row(bits + " bits of OS/2", new BmpFile(OS2, bits).bytes(), BitmapRows::colours));
        return Stream.of(
                        windows,
                        os2,
                        Stream.of(
                                row("1 bit", new BmpFile(WINDOWS, 1).bytes(), BitmapRows::redAndGreen),
                                row(
                                        "upper line first",
                                        new BmpFile(WINDOWS, 24).topDown().bytes(),
                                        BitmapRows::colours),
                                row(
                                        "upper line first, 4 bits",
                                        new BmpFile(WINDOWS, 4).topDown().bytes(),
                                        BitmapRows::colours),
                                row(
                                        "16 bits by masks",
                                        new BmpFile(WINDOWS, 16)
                                                .masks(0xf800, 0x7e0, 0x1f)
                                                .bytes(),
                                        BitmapRows::colours),
                                row(
                                        "32 bits by masks",
                                        new BmpFile(WINDOWS, 32)
                                                .masks(0xff, 0xff00, 0xff0000)
                                                .bytes(),
                                        BitmapRows::colours),
                                row("24 bits of version 5", new BmpFile(VERSION_5, 24).bytes(), BitmapRows::colours)))
                .flatMap(rows -> rows);
    }

    private static Stream<Row> alpha() {
        return Stream.of(
                row(
                        "32 bits without a word of alpha",
                        new BmpFile(WINDOWS, 32).alpha(128).bytes(),
                        BitmapRows::colours),
                row("alpha by a mask, version 4", masked(VERSION_4, 32, EIGHT_BITS_EACH), BitmapRows::halfTransparent),
                row("version 5", masked(VERSION_5, 32, EIGHT_BITS_EACH), BitmapRows::halfTransparent),
                row("32 bits of version 5 without masks", new BmpFile(VERSION_5, 32).bytes(), BitmapRows::colours),
                row("16 bits of version 4 without masks", new BmpFile(VERSION_4, 16).bytes(), BitmapRows::colours),
                row("as Photoshop has it", masked(WITH_MASKS, 32, EIGHT_BITS_EACH), BitmapRows::halfTransparent),
                row("of four bits", masked(WITH_MASKS, 16, FOUR_BITS_EACH), seen -> seen.hasAlpha(0.2, 0.8, 136)),
                jpeg(
                        "it is white in JPEG",
                        masked(VERSION_4, 32, EIGHT_BITS_EACH),
                        seen -> seen.shows(0.2, 0.8, 127, 127, 255, 12)));
    }

    private static byte[] masked(int header, int bits, int... masks) {
        return new BmpFile(header, bits).masks(masks).alpha(128).bytes();
    }

    private static Stream<Row> runs() {
        int[] eight = lines(2, 21, 2, 21, 3, 0, 0);
        int[] four = lines(2, 21, 0x22, 21, 0x33, 0, 0);
        return Stream.of(
                row("runs of 8 bits", new BmpFile(WINDOWS, 8).runs(1, eight), BitmapRows::lowerOnly),
                row("runs of 4 bits", new BmpFile(WINDOWS, 4).runs(2, four), BitmapRows::lowerOnly),
                row(
                        "pixels between the runs, and a jump",
                        new BmpFile(WINDOWS, 8).runs(1, 0, 2, 0, 10, 0, 3, 0, 1, 2, 0, 39, 3, 0, 1),
                        seen -> {
                            seen.shows(0, 9 / 19.0, 255, 0, 0);
                            seen.shows(1 / 41.0, 9 / 19.0, 0, 255, 0);
                            seen.shows(2 / 41.0, 9 / 19.0, 0, 0, 255);
                            seen.shows(1, 9 / 19.0, 255, 255, 255);
                            seen.shows(0.5, 0.9, 0, 0, 0);
                        }));
    }

    /** The ten lower lines, each of these codes, and an end. */
    private static int[] lines(int end, int... codes) {
        IntStream ten = IntStream.range(0, 10).flatMap(line -> IntStream.of(codes));
        return IntStream.concat(ten, IntStream.of(0, end - 1)).toArray();
    }

    private static Stream<Row> icons() {
        Consumer<Row.Seen> masked = seen -> {
            seen.hasSize(42, 20);
            seen.shows(0.2, 0.2, 255, 0, 0, 12);
            seen.hasAlpha(0.2, 0.8, 255);
            seen.hasAlpha(0.8, 0.8, 0);
        };
        Stream<Row> depths = IntStream.of(4, 8, 16, 24, 32)
                .mapToObj(bits -> icon(
                        bits + " bits and a mask",
                        new IconFile().with(new BmpFile(WINDOWS, bits).alpha(0), bits),
                        masked));
        BmpFile small = new BmpFile(WINDOWS, 24);
        byte[] large = Encoded.png(Pictures.halfTransparent(256, 256));
        byte[] small16 = Encoded.png(Pictures.quarters(16, 16));
        return Stream.concat(
                depths,
                Stream.of(
                        icon(
                                "32 bits with alpha, which counts instead of the mask",
                                new IconFile().with(new BmpFile(WINDOWS, 32).alpha(128), 32),
                                BitmapRows::halfTransparent),
                        icon(
                                "the largest of several, which is a PNG",
                                new IconFile().with(small, 24).withPng(256, large),
                                seen -> {
                                    seen.hasSize(256, 256);
                                    seen.hasAlpha(0.9, 0.5, 0);
                                }),
                        icon(
                                "the one with most colours of one size",
                                new IconFile()
                                        .with(new BmpFile(WINDOWS, 1), 1)
                                        .withPng(16, small16)
                                        .with(new BmpFile(WINDOWS, 8), 8),
                                masked)));
    }

    private static Row row(String claim, byte[] file, Consumer<Row.Seen> check) {
        return Row.of("BMP: " + claim, file, WantedRendition.box(2000, 2000), check);
    }

    private static Row jpeg(String claim, byte[] file, Consumer<Row.Seen> check) {
        return Row.of("BMP: " + claim, file, WantedRendition.box(2000, 2000).as(ImageFormat.JPEG), check);
    }

    private static Row icon(String claim, IconFile file, Consumer<Row.Seen> check) {
        return Row.of("icon: " + claim, file.bytes(), WantedRendition.box(2000, 2000), check);
    }

    private static void colours(Row.Seen seen) {
        seen.hasSize(BmpFile.WIDTH, BmpFile.HEIGHT);
        seen.shows(0.2, 0.2, 255, 0, 0, 12);
        seen.shows(0.8, 0.2, 0, 255, 0, 12);
        seen.shows(0.2, 0.8, 0, 0, 255, 12);
        seen.shows(0.8, 0.8, 255, 255, 255, 12);
        seen.hasAlpha(0.8, 0.8, 255);
        seen.hasAlpha(0.2, 0.2, 255);
    }

    private static void redAndGreen(Row.Seen seen) {
        seen.shows(0.2, 0.8, 255, 0, 0);
        seen.shows(0.8, 0.2, 0, 255, 0);
    }

    private static void halfTransparent(Row.Seen seen) {
        seen.shows(0.2, 0.2, 255, 0, 0, 12);
        seen.shows(0.8, 0.8, 255, 255, 255, 12);
        seen.hasAlpha(0.8, 0.2, 255);
        seen.hasAlpha(0.2, 0.8, 128);
    }

    private static void lowerOnly(Row.Seen seen) {
        seen.hasSize(BmpFile.WIDTH, BmpFile.HEIGHT);
        seen.shows(0.2, 0.8, 0, 0, 255);
        seen.shows(0.8, 0.8, 255, 255, 255);
        seen.shows(0.5, 0.2, 0, 0, 0);
    }
}
