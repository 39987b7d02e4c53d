package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latent.image.ImageFormat;
import latent.key.Quality;
import latent.pictures.CameraExif;
import latent.pictures.Encoded;
import latent.pictures.EncodedParts;
import latent.pictures.Likeness;
import latent.pictures.MatrixProfile;
import latent.pictures.Pictures;
import latent.pictures.PngChunks;

/** What is in the file besides the picture. */
final class FileRows {
    private static final byte[] CHATTY = Encoded.withComment(
            Encoded.withOrientation(
                    Encoded.withProfile(Encoded.jpeg(Pictures.clouds(300, 200)), MatrixProfile.DISPLAY_P3.bytes()), 6),
            "<script>alert(1)</script>");

    private static final String NOTICE = "(c) Ada Lovelace";

    private FileRows() {}

    static Stream<Row> all() {
        return Stream.of(bare(), transparentGrays(), kept(), palettes(), animations())
                .flatMap(rows -> rows);
    }

    private static Stream<Row> bare() {
        return Stream.of(
                Row.ofFile(
                        "no metadata in JPEG",
                        CHATTY,
                        WantedRendition.box(90, 90).as(ImageFormat.JPEG),
                        file -> assertThat(EncodedParts.names(file)).doesNotContain("e1", "e2", "ed", "fe")),
                Row.ofFile(
                        "no metadata in PNG",
                        CHATTY,
                        WantedRendition.box(90, 90),
                        file -> assertThat(EncodedParts.names(file))
                                .isSubsetOf(List.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND", "sRGB", "pHYs"))),
                Row.ofFile(
                        "JPEG is progressive",
                        CHATTY,
                        WantedRendition.box(90, 90).as(ImageFormat.JPEG),
                        file -> assertThat(EncodedParts.names(file)).contains("c2")),
                Row.ofFile(
                        "a lower quality is a smaller file",
                        CHATTY,
                        WantedRendition.box(90, 90).as(ImageFormat.JPEG).quality(new Quality.Fixed(20)),
                        file -> assertThat(file.length).isLessThan(2_000)));
    }

    /** Of every depth; the stripes go from black to white, and one is transparent. */
    private static Stream<Row> transparentGrays() {
        return Stream.of(1, 2, 4, 8, 16).map(depth -> {
            int stripes = 1 << Math.min(depth, 4);
            int transparent = stripes > 2 ? stripes / 2 : 1;
            int sample = (int) ((long) transparent * ((1 << depth) - 1) / (stripes - 1));
            return Row.of(
                    "one gray of " + depth + " bits is transparent, the others are as they are",
                    PngChunks.grays(depth, sample),
                    WantedRendition.box(200, 200),
                    seen -> {
                        for (int stripe = 0; stripe < stripes; stripe++) {
                            double x = (8 * stripe + 4) / (8.0 * stripes - 1);
                            int gray = 255 * stripe / (stripes - 1);
                            seen.hasAlpha(x, 0.5, stripe == transparent ? 0 : 255);
                            if (stripe != transparent) {
                                seen.shows(x, 0.5, gray, gray, gray);
                            }
                        }
                    });
        });
    }

    private static Stream<Row> kept() {
        byte[] profile = MatrixProfile.DISPLAY_P3.bytes();
        byte[] brown = Encoded.pngWithProfile(Encoded.png(Pictures.plain(64, 64, new Color(180, 110, 60))), profile);
        int[] shown = MatrixProfile.DISPLAY_P3.inSrgb(180, 110, 60);
        byte[] signed = Encoded.withCopyright(Encoded.jpeg(Pictures.clouds(300, 200)), NOTICE);
        WantedRendition small = WantedRendition.box(20, 20).keepIcc();
        return Stream.of(
                Row.ofFile("the profile is kept in PNG, and the numbers that it explains", brown, small, file -> {
                    assertThat(EncodedParts.profile(file)).isEqualTo(profile);
                    assertThat(numbers(file)).isEqualTo(List.of(180, 110, 60));
                }),
                Row.ofFile("in JPEG too", brown, small.as(ImageFormat.JPEG), file -> {
                    assertThat(EncodedParts.profile(file)).isEqualTo(profile);
                    new Row.Seen(Encoded.read(file)).shows(0.5, 0.5, shown[0], shown[1], shown[2]);
                }),
                Row.ofFile(
                        "a profile that nobody asked for goes",
                        brown,
                        WantedRendition.box(20, 20),
                        file -> assertThat(EncodedParts.names(file)).doesNotContain("iCCP")),
                Row.ofFile(
                        "the profile brings no other metadata with it",
                        CHATTY,
                        small.as(ImageFormat.JPEG),
                        file -> assertThat(EncodedParts.names(file))
                                .contains("e2")
                                .doesNotContain("e1", "ed", "fe")),
                Row.ofFile(
                        "the copyright notice is kept in JPEG, and where and by what it was taken is not",
                        signed,
                        WantedRendition.box(90, 90).as(ImageFormat.JPEG).keepCopyright(),
                        FileRows::isSignedAndNoMore),
                Row.ofFile(
                        "in WebP too",
                        signed,
                        WantedRendition.box(90, 90).as(ImageFormat.WEBP).keepCopyright(),
                        FileRows::isSignedAndNoMore),
                Row.ofFile(
                        "in PNG too", signed, WantedRendition.box(90, 90).keepCopyright(), FileRows::isSignedAndNoMore),
                Row.ofFile(
                        "a notice that nobody asked for goes",
                        signed,
                        WantedRendition.box(90, 90).as(ImageFormat.JPEG),
                        file -> assertThat(text(file)).doesNotContain(NOTICE)),
                Row.ofFile(
                        "there may be no notice to keep",
                        CHATTY,
                        WantedRendition.box(90, 90).as(ImageFormat.JPEG).keepCopyright(),
                        file -> assertThat(EncodedParts.names(file)).doesNotContain("e1")));
    }

    private static void isSignedAndNoMore(byte[] file) {
        assertThat(text(file)).contains(NOTICE).doesNotContain(CameraExif.MAKER);
        assertThat(CameraExif.tagsIn(file)).contains(CameraExif.COPYRIGHT).doesNotContain(CameraExif.GPS);
    }

    private static Stream<Row> palettes() {
        WantedRendition half = WantedRendition.box(300, 200).quality(new Quality.Fixed(50));
        byte[] clouds = Encoded.png(Pictures.clouds(300, 200));
        return Stream.of(
                Row.ofFile("a PNG of less than full quality has a palette, and is much smaller", clouds, half, file -> {
                    assertThat(EncodedParts.names(file)).contains("PLTE");
                    assertThat(file.length).isLessThan(clouds.length / 3);
                }),
                Row.ofFile(
                        "a PNG of full quality has none",
                        clouds,
                        half.quality(new Quality.Fixed(100)),
                        file -> assertThat(EncodedParts.names(file)).doesNotContain("PLTE")),
                Row.of(
                        "a palette looks like the picture",
                        clouds,
                        half,
                        s -> assertThat(Likeness.meanDeltaE(fromAfar(s.picture()), fromAfar(Pictures.clouds(300, 200))))
                                .isLessThan(3)),
                Row.of(
                        "a palette has transparent colours too",
                        Encoded.png(Pictures.halfTransparent(200, 100)),
                        half,
                        s -> {
                            s.shows(0.1, 0.5, 255, 0, 0);
                            s.hasAlpha(0.1, 0.5, 255);
                            s.hasAlpha(0.9, 0.5, 0);
                        }));
    }

    private static Stream<Row> animations() {
        BufferedImage clouds = Pictures.clouds(60, 40);
        BufferedImage quarters = Pictures.quarters(60, 40);
        WantedRendition webp = WantedRendition.box(30, 20).as(ImageFormat.WEBP);
        return Stream.of(
                        webp.quality(new Quality.Auto()),
                        webp.maxBytes(5_000),
                        webp.maxBytes(5_000).quality(new Quality.Auto()))
                .flatMap(wish -> Stream.of(
                        Row.ofFile(
                                "an animation whose quality is searched has all its frames, " + wish,
                                Encoded.gif(clouds, quarters, clouds),
                                wish,
                                file -> assertThat(text(file).split("ANMF", -1)).hasSize(4)),
                        Row.ofFile(
                                "so it moves where a frame comes twice, " + wish,
                                Encoded.gif(clouds, clouds, quarters),
                                wish,
                                file -> assertThat(text(file).split("ANMF", -1)).hasSizeGreaterThan(2))));
    }

    private static BufferedImage fromAfar(BufferedImage picture) {
        return Likeness.reduced(picture, 100, 67);
    }

    /** What stands in the file for the middle pixel, whatever it means. */
    private static List<Integer> numbers(byte[] file) {
        try {
            Raster raster = ImageIO.read(new ByteArrayInputStream(file)).getRaster();
            int[] pixel = raster.getPixel(raster.getWidth() / 2, raster.getHeight() / 2, (int[]) null);
            return Arrays.stream(pixel).boxed().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
