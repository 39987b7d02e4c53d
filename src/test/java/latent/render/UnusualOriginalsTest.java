package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.kit.BesideOtherClasses;
import latent.pictures.Encoded;
import latent.pictures.MatrixProfile;
import latent.pictures.Pictures;
import latent.pictures.TiffFile;
import latent.pictures.TiffWriter;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Valid pictures that look like decompression bombs: of few bytes for their pixels, of extreme shapes, of more frames and pages than are shown. */
@BesideOtherClasses
class UnusualOriginalsTest {
    private static final int BYTES_OF_A_PIXEL_OF_CODES = 400;

    static Stream<Arguments> rows() {
        return TestedEngines.all()
                .flatMap(engine -> Stream.of(compressible(), shapes(), stills(), strayBytes())
                        .flatMap(rows -> rows)
                        .filter(row -> engine.capabilities()
                                .reads()
                                .contains(row.job().header().format()))
                        .map(row -> Arguments.of(engine.name(), engine, row)));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("rows")
    void an_unusual_original_is_rendered(String name, Engine engine, Row row) {
        row.check().accept(engine.render(row.job()));
    }

    private static Stream<Row> compressible() {
        byte[] code = Encoded.png(page(4_100, 4_100));
        byte[] fax = TiffFile.fax(page(4_960, 7_016), page(100, 100));
        byte[] flat = Encoded.png(Pictures.plain(5_000, 5_000, Color.RED));
        for (byte[] file : new byte[][] {code, fax}) {
            assertThat(file.length).isLessThan(4_100 * 4_100 / BYTES_OF_A_PIXEL_OF_CODES);
        }
        return Stream.of(
                Row.of("a page of few bytes", code, WantedRendition.box(100, 100), UnusualOriginalsTest::showsPage),
                Row.of("a fax of two pages", fax, WantedRendition.box(0, 100), UnusualOriginalsTest::showsPage),
                Row.of("one colour", flat, WantedRendition.box(10, 10), s -> s.shows(0.5, 0.5, 255, 0, 0)));
    }

    private static Stream<Row> shapes() {
        BufferedImage scroll = Pictures.quarters(16, 25_085);
        BufferedImage line = Pictures.quarters(59_424, 4);
        return Stream.of(true, false).flatMap(jpeg -> {
            byte[] high = jpeg ? Encoded.jpeg(scroll) : Encoded.png(scroll);
            byte[] wide = jpeg ? Encoded.jpeg(line) : Encoded.png(line);
            String format = jpeg ? " in JPEG" : " in PNG";
            return Stream.of(
                    Row.of(
                            "a picture of 16x25085" + format,
                            high,
                            WantedRendition.box(160, 160),
                            s -> s.hasSize(1, 160)),
                    Row.of(
                            "a crop at the end of it" + format,
                            high,
                            WantedRendition.box(8, 8).crop(16, 16, 0, 25_000),
                            s -> {
                                s.hasSize(8, 8);
                                s.shows(0.1, 0.5, 0, 0, 255, 12);
                                s.shows(0.9, 0.5, 255, 255, 255, 12);
                            }),
                    Row.of(
                            "a picture of 59424x4" + format,
                            wide,
                            WantedRendition.box(160, 160),
                            s -> s.hasSize(160, 1)),
                    Row.of("the same in full width" + format, wide, WantedRendition.box(0, 100), s -> {
                        s.hasSize(59_424, 4);
                        s.shows(0.9, 0.1, 0, 255, 0, 12);
                    }));
        });
    }

    private static Stream<Row> stills() {
        BufferedImage quarters = Pictures.quarters(200, 100);
        byte[] png = Encoded.png(quarters);
        Stream<Row> pages = Stream.of(1, 2, 3_000)
                .map(count -> quarters("a TIFF of pages: " + count, TiffFile.ofPages(quarters, count)));
        Stream<Row> frames = Stream.of(0, 1, -1)
                .map(count -> quarters(
                        "a PNG that claims frames: " + Integer.toUnsignedString(count),
                        Encoded.withChunk(
                                png,
                                "acTL",
                                ByteBuffer.allocate(8).putInt(count).array())));
        Row turned = Row.of(
                "a TIFF whose orientation is a BYTE",
                TiffFile.withOrientation(quarters, 6, TiffWriter.BYTE),
                WantedRendition.box(40, 40),
                s -> SizeRows.showsTurned(s, 6));
        return Stream.of(pages, frames, Stream.of(turned)).flatMap(rows -> rows);
    }

    private static Row quarters(String claim, byte[] file) {
        return Row.of(claim, file, WantedRendition.box(40, 40), SizeRows::showsQuarters);
    }

    /** Libjpeg steps over them, so what comes behind them counts as well. */
    private static Stream<Row> strayBytes() {
        byte[] brown = Encoded.jpeg(Pictures.plain(64, 64, new Color(180, 110, 60)));
        byte[] profiled = Encoded.withProfile(brown, MatrixProfile.DISPLAY_P3.bytes());
        int[] shown = MatrixProfile.DISPLAY_P3.inSrgb(180, 110, 60);
        byte[] ink = Encoded.inkJpeg(Pictures.fourChannels(64, 64, 255, 155, 255, 235), true);
        byte[] denied = Encoded.withSegment(
                Encoded.jpeg(Pictures.quarters(200, 100)),
                0xee,
                "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
        return Stream.of(
                quarters("JFIF, of which Adobe's marker says that its channels are red, green and blue", denied),
                Row.of(
                        "a profile behind stray bytes",
                        strayed(profiled),
                        WantedRendition.box(20, 20),
                        s -> s.shows(0.5, 0.5, shown[0], shown[1], shown[2])),
                Row.of(
                        "Adobe's marker behind stray bytes",
                        strayed(ink),
                        WantedRendition.box(16, 16),
                        s -> s.shows(0.5, 0.5, 230, 150, 205, 45)));
    }

    private static byte[] strayed(byte[] jpeg) {
        byte[] file = Arrays.copyOf(jpeg, jpeg.length + 3);
        System.arraycopy(jpeg, 2, file, 5, jpeg.length - 2);
        file[2] = 1;
        file[3] = 2;
        file[4] = 3;
        return file;
    }

    /** 120 frames of a megapixel: one is shown as a still; as an animation they are too many. */
    @ParameterizedTest
    @MethodSource("engines")
    void only_frames_that_are_shown_count(Engine engine) {
        byte[] gif = repeated(Encoded.gif(Pictures.quarters(1_000, 1_000)), 120);
        RenderJob still = Row.job(gif, WantedRendition.box(40, 40).transformation(), Optional.empty());
        assertThat(still.header().frames()).isEqualTo(120);
        SizeRows.showsQuarters(new Row.Seen(Encoded.read(engine.render(still))));
        if (engine.capabilities().writes().contains(ImageFormat.WEBP)) {
            RenderJob moving = Row.job(
                    gif, WantedRendition.box(40, 40).as(ImageFormat.WEBP).transformation(), Optional.empty());
            assertThatThrownBy(() -> engine.render(moving))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.TOO_LARGE));
        }
    }

    /** 300,000 pixels in a row, transparent: libvips works in strips of such rows, and a worker has a gigabyte. */
    @ParameterizedTest
    @MethodSource("engines")
    void rows_that_take_too_much_memory_are_refused_for_that_and_not_as_damaged(Engine engine) {
        RenderJob job = Row.job(
                Encoded.png(Pictures.halfTransparent(300_000, 33)),
                WantedRendition.box(160, 160).transformation(),
                Optional.empty());
        if (engine.name().startsWith("vips")) {
            assertThatThrownBy(() -> engine.render(job))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.RENDER_LIMIT_REACHED));
        } else {
            new Row.Seen(Encoded.read(engine.render(job))).hasSize(160, 1);
        }
    }

    static Stream<Engine> engines() {
        return TestedEngines.all();
    }

    /** All blocks behind the global colours, so many times. */
    private static byte[] repeated(byte[] gif, int frames) {
        int start = 13 + (6 << (gif[10] & 7));
        int length = gif.length - 1 - start;
        ByteBuffer file = ByteBuffer.allocate(start + frames * length + 1).put(gif, 0, start);
        for (int i = 0; i < frames; i++) {
            file.put(gif, start, length);
        }
        return file.put(gif[gif.length - 1]).array();
    }

    /** White, with a black square in the upper left quarter. */
    private static BufferedImage page(int width, int height) {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D brush = page.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.setColor(Color.BLACK);
        brush.fillRect(width / 10, height / 10, width / 4, height / 4);
        brush.dispose();
        return page;
    }

    private static void showsPage(Row.Seen seen) {
        seen.shows(0.2, 0.2, 0, 0, 0);
        seen.shows(0.8, 0.2, 255, 255, 255);
        seen.shows(0.5, 0.8, 255, 255, 255);
    }
}
