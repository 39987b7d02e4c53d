package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Fit;
import latent.key.Gravity;
import latent.key.Quality;
import latent.key.Rotation;
import latent.pictures.Encoded;
import latent.pictures.EncodedParts;
import latent.pictures.Pictures;

/** Adjustments, and the qualities that are searched for. */
final class EffectRows {
    private static final byte[] QUARTERS = Encoded.png(Pictures.quarters(200, 100));
    private static final byte[] CLOUDS = Encoded.jpeg(Pictures.clouds(600, 400));

    private EffectRows() {}

    static Stream<Row> all() {
        return Stream.of(trims(), looks(), smart(), marks(), searches()).flatMap(rows -> rows);
    }

    private static Stream<Row> trims() {
        BufferedImage framed = Pictures.plain(200, 100, Color.WHITE);
        framed.getGraphics().drawImage(Pictures.plain(80, 40, Color.BLUE), 100, 20, null);
        byte[] png = Encoded.png(framed);
        return Stream.of(
                Row.of(
                        "trim leaves what is not border",
                        png,
                        WantedRendition.box(500, 500).trim(10),
                        s -> {
                            s.hasSize(80, 40);
                            s.shows(0, 0, 0, 0, 255);
                            s.shows(1, 1, 0, 0, 255);
                        }),
                Row.of(
                        "trim comes before the resize",
                        png,
                        WantedRendition.box(40, 40).trim(10),
                        s -> s.hasSize(40, 20)),
                Row.of(
                        "trim sees through the orientation",
                        Encoded.pngWithOrientation(png, 6),
                        WantedRendition.box(500, 500).trim(10),
                        s -> s.hasSize(40, 80)),
                Row.of(
                        "trim, then a rotation",
                        png,
                        WantedRendition.box(500, 500).trim(10).rotated(Rotation.QUARTER),
                        s -> s.hasSize(40, 80)),
                Row.of(
                        "nothing but border is kept",
                        Encoded.png(Pictures.plain(60, 30, Color.WHITE)),
                        WantedRendition.box(500, 500).trim(10),
                        s -> s.hasSize(60, 30)));
    }

    private static Stream<Row> looks() {
        return Stream.of(
                Row.of(
                        "blur mixes neighbours",
                        QUARTERS,
                        WantedRendition.box(200, 100).blur(100),
                        s -> {
                            s.shows(0.5, 0.02, 127, 127, 0, 12);
                            s.shows(0.02, 0.02, 255, 0, 0, 12);
                        }),
                Row.of(
                        "a wide blur too",
                        QUARTERS,
                        WantedRendition.box(200, 100).blur(500),
                        s -> s.shows(0.5, 0.5, 127, 127, 127, 20)),
                Row.of(
                        "blur keeps what is transparent without colour",
                        Encoded.png(Pictures.halfTransparent(200, 100)),
                        WantedRendition.box(200, 100).blur(50),
                        s -> {
                            s.hasAlpha(0.05, 0.5, 255);
                            s.hasAlpha(0.95, 0.5, 0);
                            s.shows(0.52, 0.5, 255, 0, 0, 8);
                        }),
                Row.of(
                        "sharpen widens an edge's contrast",
                        edge(),
                        WantedRendition.box(100, 100).sharpen(20),
                        s -> {
                            assertThat(s.picture().getRaster().getSample(49, 50, 0))
                                    .isLessThan(90);
                            assertThat(s.picture().getRaster().getSample(50, 50, 0))
                                    .isGreaterThan(160);
                            s.shows(0.1, 0.5, 100, 100, 100);
                            s.shows(0.9, 0.5, 150, 150, 150);
                        }),
                Row.of(
                        "grayscale goes by luminance",
                        QUARTERS,
                        WantedRendition.box(200, 100).grayscale(),
                        s -> {
                            s.shows(0.1, 0.1, 127, 127, 127, 8);
                            s.shows(0.9, 0.1, 220, 220, 220, 8);
                            s.shows(0.1, 0.9, 76, 76, 76, 8);
                            s.shows(0.9, 0.9, 255, 255, 255);
                        }),
                Row.of(
                        "grayscale as JPEG",
                        QUARTERS,
                        WantedRendition.box(200, 100).grayscale().as(ImageFormat.JPEG),
                        s -> s.shows(0.1, 0.1, 127, 127, 127, 8)));
    }

    private static Stream<Row> smart() {
        byte[] right = Encoded.png(Pictures.disc(400, 100, 340, 50, 25, Color.RED, Color.LIGHT_GRAY));
        byte[] left = Encoded.png(Pictures.disc(400, 100, 60, 50, 25, Color.RED, Color.LIGHT_GRAY));
        WantedRendition square = WantedRendition.box(100, 100).fit(Fit.FILL).gravity(new Gravity.Smart());
        return Stream.of(
                Row.of("smart crop finds what stands out", right, square, EffectRows::showsRed),
                Row.of("wherever it is", left, square, EffectRows::showsRed),
                Row.of(
                        "a smart crop of nothing is a crop",
                        Encoded.png(Pictures.plain(90, 60, Color.GRAY)),
                        square,
                        s -> s.hasSize(60, 60)));
    }

    private static void showsRed(Row.Seen seen) {
        seen.hasSize(100, 100);
        int red = 0;
        for (int x = 0; x < 100; x++) {
            red += (seen.picture().getRGB(x, 50) & 0xffff) < 0x4040 ? 1 : 0;
        }
        assertThat(red).as("red pixels of the 50 that the disc is wide").isGreaterThan(40);
    }

    private static Stream<Row> marks() {
        byte[] mark = Encoded.png(Pictures.plain(30, 30, Color.BLACK));
        byte[] faint = Encoded.png(Pictures.plain(30, 30, new Color(0, 0, 0, 128)));
        byte[] white = Encoded.png(Pictures.plain(200, 200, Color.WHITE));
        return Stream.of(
                Row.of(
                                "a watermark stands in the lower right",
                                white,
                                WantedRendition.box(200, 200).watermark("logo"),
                                s -> {
                                    s.shows(0.9, 0.9, 0, 0, 0);
                                    s.shows(0.5, 0.5, 255, 255, 255);
                                    s.shows(1, 1, 255, 255, 255);
                                })
                        .withWatermark(mark),
                Row.of(
                                "it takes a quarter at most",
                                white,
                                WantedRendition.box(40, 40).watermark("logo"),
                                s -> {
                                    s.shows(0.85, 0.85, 0, 0, 0);
                                    s.shows(0.65, 0.65, 255, 255, 255);
                                })
                        .withWatermark(mark),
                Row.of(
                                "it shines through as it is faint",
                                white,
                                WantedRendition.box(200, 200).watermark("logo"),
                                s -> s.shows(0.9, 0.9, 127, 127, 127))
                        .withWatermark(faint),
                Row.of(
                                "it stands upright, as its file says",
                                white,
                                WantedRendition.box(200, 200).watermark("logo"),
                                EffectRows::isRedAboveGreen)
                        .withWatermark(turned()),
                Row.of(
                                "its header may be as long as that of an original",
                                white,
                                WantedRendition.box(200, 200).watermark("logo"),
                                s -> s.shows(0.9, 0.9, 0, 0, 0))
                        .withWatermark(longHeader()));
    }

    /** Green at the left and red at the right as it is stored; upright, after a quarter turn to the left, red is above. */
    private static byte[] turned() {
        BufferedImage stored = Pictures.plain(40, 20, Color.GREEN);
        stored.getGraphics().drawImage(Pictures.plain(20, 20, Color.RED), 20, 0, null);
        return Encoded.withOrientation(Encoded.jpeg(stored), 8);
    }

    /** 20 pixels wide and 40 high, 4 away from the corner of 200. */
    private static void isRedAboveGreen(Row.Seen seen) {
        seen.shows(186 / 199.0, 166 / 199.0, 255, 0, 0, 40);
        seen.shows(186 / 199.0, 186 / 199.0, 0, 255, 0, 40);
        seen.shows(168 / 199.0, 186 / 199.0, 255, 255, 255, 10);
    }

    /** Its size stands behind 120 KB of comments. */
    private static byte[] longHeader() {
        String comment = "x".repeat(60_000);
        byte[] black = Encoded.jpeg(Pictures.plain(30, 30, Color.BLACK));
        return Encoded.withComment(Encoded.withComment(black, comment), comment);
    }

    private static Stream<Row> searches() {
        WantedRendition jpeg = WantedRendition.box(300, 200).as(ImageFormat.JPEG);
        return Stream.of(
                Row.ofFile(
                        "max_bytes is kept",
                        CLOUDS,
                        jpeg.maxBytes(6_000),
                        file -> assertThat(file.length).isBetween(3_000, 6_000)),
                Row.ofFile(
                        "max_bytes that do not bind change nothing",
                        CLOUDS,
                        jpeg.maxBytes(1_000_000),
                        file -> assertThat(file.length).isGreaterThan(6_000)),
                Row.ofFile(
                        "max_bytes of a PNG are kept by a palette",
                        CLOUDS,
                        WantedRendition.box(120, 80).maxBytes(8_000),
                        file -> {
                            assertThat(EncodedParts.names(file)).contains("PLTE");
                            assertThat(file.length).isLessThanOrEqualTo(8_000);
                        }),
                Row.ofFile(
                        "automatic quality spends little on an easy picture",
                        Encoded.jpeg(Pictures.quarters(600, 400)),
                        jpeg.quality(new Quality.Auto()),
                        file -> assertThat(file.length).isLessThan(5_000)),
                Row.of("and enough on a hard one", CLOUDS, jpeg.quality(new Quality.Auto()), s -> s.hasSize(300, 200)));
    }

    private static byte[] edge() {
        BufferedImage picture = Pictures.plain(100, 100, new Color(100, 100, 100));
        picture.getGraphics().drawImage(Pictures.plain(50, 100, new Color(150, 150, 150)), 50, 0, null);
        return Encoded.png(picture);
    }
}
