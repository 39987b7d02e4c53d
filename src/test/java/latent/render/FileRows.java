package latent.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.key.Quality;
import latent.pictures.Encoded;
import latent.pictures.MatrixProfile;
import latent.pictures.Pictures;

/** What is in the file besides the picture. */
final class FileRows {
    private static final byte[] CHATTY = Encoded.withComment(
            Encoded.withOrientation(
                    Encoded.withProfile(Encoded.jpeg(Pictures.clouds(300, 200)), MatrixProfile.DISPLAY_P3.bytes()), 6),
            "<script>alert(1)</script>");

    private FileRows() {}

    static Stream<Row> all() {
        return Stream.of(
                Row.ofFile(
                        "no metadata in JPEG",
                        CHATTY,
                        Wish.box(90, 90).as(ImageFormat.JPEG),
                        file -> assertThat(Encoded.parts(file)).doesNotContain("e1", "e2", "ed", "fe")),
                Row.ofFile(
                        "no metadata in PNG",
                        CHATTY,
                        Wish.box(90, 90),
                        file -> assertThat(Encoded.parts(file))
                                .isSubsetOf(List.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND", "sRGB", "pHYs"))),
                Row.ofFile(
                        "JPEG is progressive",
                        CHATTY,
                        Wish.box(90, 90).as(ImageFormat.JPEG),
                        file -> assertThat(Encoded.parts(file)).contains("c2")),
                Row.ofFile(
                        "a lower quality is a smaller file",
                        CHATTY,
                        Wish.box(90, 90).as(ImageFormat.JPEG).quality(new Quality.Fixed(20)),
                        file -> assertThat(file.length).isLessThan(2_000)));
    }
}
