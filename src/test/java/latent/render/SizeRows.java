package latent.render;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import latent.key.Fit;
import latent.key.Flip;
import latent.key.Gravity;
import latent.key.Gravity.Compass;
import latent.key.Rotation;
import latent.pictures.Encoded;
import latent.pictures.Pictures;

/** What is shown, how large, and which way up. */
final class SizeRows {
    private static final byte[] PLAIN = Encoded.png(Pictures.quarters(200, 100));

    private SizeRows() {}

    static Stream<Row> all() {
        return Stream.of(fits(), orientations(), turns(), crops(), gravities()).flatMap(rows -> rows);
    }

    private static Stream<Row> fits() {
        return Stream.of(
                Row.of("fit stays inside the box", PLAIN, WantedRendition.box(80, 80), s -> s.hasSize(80, 40)),
                Row.of("a free height follows", PLAIN, WantedRendition.box(50, 0), s -> s.hasSize(50, 25)),
                Row.of("a free width follows", PLAIN, WantedRendition.box(0, 50), s -> s.hasSize(100, 50)),
                Row.of("fit never enlarges", PLAIN, WantedRendition.box(900, 900), s -> s.hasSize(200, 100)),
                Row.of("unless asked", PLAIN, WantedRendition.box(400, 400).enlarged(), s -> {
                    s.hasSize(400, 200);
                    showsQuarters(s);
                }),
                Row.of("fill covers the box", PLAIN, WantedRendition.box(60, 60).fit(Fit.FILL), s -> {
                    s.hasSize(60, 60);
                    showsQuarters(s);
                }),
                Row.of(
                        "a small picture fills a smaller box",
                        PLAIN,
                        WantedRendition.box(300, 300).fit(Fit.FILL),
                        s -> s.hasSize(100, 100)),
                Row.of(
                        "pad is exactly the box",
                        PLAIN,
                        WantedRendition.box(100, 100).fit(Fit.PAD).background(0, 0, 0),
                        s -> {
                            s.hasSize(100, 100);
                            s.shows(0.5, 0, 0, 0, 0);
                            s.shows(0.5, 1, 0, 0, 0);
                            s.shows(0.1, 0.4, 255, 0, 0);
                            s.shows(0.9, 0.6, 255, 255, 255);
                        }),
                Row.of(
                        "pad is transparent by itself",
                        PLAIN,
                        WantedRendition.box(100, 100).fit(Fit.PAD),
                        s -> s.hasAlpha(0.5, 0, 0)),
                Row.of(
                        "force gives the ratio up",
                        PLAIN,
                        WantedRendition.box(50, 80).fit(Fit.FORCE),
                        s -> {
                            s.hasSize(50, 80);
                            showsQuarters(s);
                        }),
                Row.of("dpr doubles the box", PLAIN, WantedRendition.box(40, 40).dpr(2), s -> s.hasSize(80, 40)),
                Row.of(
                        "nothing is less than a pixel",
                        Encoded.png(Pictures.quarters(1000, 4)),
                        WantedRendition.box(10, 10),
                        s -> s.hasSize(10, 1)));
    }

    private static Stream<Row> orientations() {
        byte[] jpeg = Encoded.jpeg(Pictures.quarters(200, 100));
        return IntStream.rangeClosed(1, 8)
                .boxed()
                .flatMap(exif -> Stream.of(
                        Row.of(
                                "a JPEG of orientation " + exif,
                                Encoded.withOrientation(jpeg, exif),
                                WantedRendition.box(40, 40),
                                s -> {
                                    s.hasSize(exif < 5 ? 40 : 20, exif < 5 ? 20 : 40);
                                    showsTurned(s, exif);
                                }),
                        Row.of(
                                "a PNG of orientation " + exif,
                                Encoded.pngWithOrientation(PLAIN, exif),
                                WantedRendition.box(40, 40),
                                s -> showsTurned(s, exif)),
                        Row.of(
                                "fill of orientation " + exif + " cuts the upright picture",
                                Encoded.withOrientation(jpeg, exif),
                                WantedRendition.box(30, 30).fit(Fit.FILL),
                                s -> {
                                    s.hasSize(30, 30);
                                    showsTurned(s, exif);
                                })));
    }

    private static Stream<Row> turns() {
        byte[] six = Encoded.withOrientation(Encoded.jpeg(Pictures.quarters(200, 100)), 6);
        return Stream.of(
                Row.of("a quarter turn", PLAIN, WantedRendition.box(40, 40).rotated(Rotation.QUARTER), s -> {
                    s.hasSize(20, 40);
                    showsTurned(s, 6);
                }),
                Row.of(
                        "a half turn",
                        PLAIN,
                        WantedRendition.box(40, 40).rotated(Rotation.HALF),
                        s -> showsTurned(s, 3)),
                Row.of(
                        "three quarters of a turn",
                        PLAIN,
                        WantedRendition.box(40, 40).rotated(Rotation.THREE_QUARTERS),
                        s -> showsTurned(s, 8)),
                Row.of("a mirror", PLAIN, WantedRendition.box(40, 40).flipped(Flip.HORIZONTAL), s -> showsTurned(s, 2)),
                Row.of(
                        "upside down",
                        PLAIN,
                        WantedRendition.box(40, 40).flipped(Flip.VERTICAL),
                        s -> showsTurned(s, 4)),
                Row.of(
                        "the flip comes after the rotation",
                        PLAIN,
                        WantedRendition.box(40, 40).rotated(Rotation.QUARTER).flipped(Flip.HORIZONTAL),
                        s -> showsTurned(s, 5)),
                Row.of(
                        "a rotation turns what is upright, not what is stored",
                        six,
                        WantedRendition.box(40, 40).rotated(Rotation.THREE_QUARTERS),
                        s -> {
                            s.hasSize(40, 20);
                            showsTurned(s, 1);
                        }));
    }

    private static Stream<Row> crops() {
        byte[] six = Encoded.withOrientation(Encoded.jpeg(Pictures.quarters(200, 100)), 6);
        return Stream.of(
                Row.of("a crop box", PLAIN, WantedRendition.box(20, 20).crop(80, 40, 110, 5), s -> {
                    s.hasSize(20, 10);
                    s.shows(0.5, 0.5, 0, 255, 0);
                }),
                Row.of(
                        "a crop box is clipped",
                        PLAIN,
                        WantedRendition.box(500, 500).crop(500, 500, 150, 50),
                        s -> {
                            s.hasSize(50, 50);
                            s.shows(0.5, 0.5, 255, 255, 255);
                        }),
                Row.of(
                        "a crop box cuts the upright picture",
                        six,
                        WantedRendition.box(500, 500).crop(40, 90, 5, 5),
                        s -> {
                            s.hasSize(40, 90);
                            s.shows(0.5, 0.5, 0, 0, 255);
                        }));
    }

    private static Stream<Row> gravities() {
        WantedRendition narrow = WantedRendition.box(50, 100).fit(Fit.FILL);
        return Stream.of(
                Row.of("west keeps the left", PLAIN, narrow.gravity(Compass.WEST), s -> s.shows(0.9, 0.2, 255, 0, 0)),
                Row.of("east keeps the right", PLAIN, narrow.gravity(Compass.EAST), s -> s.shows(0.1, 0.2, 0, 255, 0)),
                Row.of(
                        "a focal point stays in the middle",
                        Encoded.png(Pictures.disc(400, 100, 300, 50, 10, java.awt.Color.RED, java.awt.Color.WHITE)),
                        WantedRendition.box(50, 50).fit(Fit.FILL).gravity(new Gravity.FocalPoint(75, 50)),
                        s -> s.shows(0.5, 0.5, 255, 0, 0)),
                Row.of(
                        "a focal point at the edge does not leave the picture",
                        PLAIN,
                        narrow.gravity(new Gravity.FocalPoint(100, 100)),
                        s -> {
                            s.hasSize(50, 100);
                            s.shows(0.9, 0.9, 255, 255, 255);
                        }),
                Row.of(
                        "gravity places a padded picture",
                        PLAIN,
                        WantedRendition.box(100, 100)
                                .fit(Fit.PAD)
                                .gravity(Compass.SOUTH)
                                .background(9, 9, 9),
                        s -> {
                            s.shows(0.5, 0.4, 9, 9, 9);
                            s.shows(0.9, 0.98, 255, 255, 255);
                        }));
    }

    static void showsQuarters(Row.Seen seen) {
        showsTurned(seen, 1);
    }

    /** The colours of the quarters when a viewer has applied this orientation. */
    static void showsTurned(Row.Seen seen, int exif) {
        int[] red = {255, 0, 0};
        int[] green = {0, 255, 0};
        int[] blue = {0, 0, 255};
        int[] white = {255, 255, 255};
        int[][] corners = switch (exif) {
            case 2 -> new int[][] {green, red, white, blue};
            case 3 -> new int[][] {white, blue, green, red};
            case 4 -> new int[][] {blue, white, red, green};
            case 5 -> new int[][] {red, blue, green, white};
            case 6 -> new int[][] {blue, red, white, green};
            case 7 -> new int[][] {white, green, blue, red};
            case 8 -> new int[][] {green, white, red, blue};
            default -> new int[][] {red, green, blue, white};
        };
        for (int i = 0; i < 4; i++) {
            seen.shows(i % 2 == 0 ? 0.2 : 0.8, i < 2 ? 0.2 : 0.8, corners[i][0], corners[i][1], corners[i][2]);
        }
    }
}
