package latent.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latent.image.ImageFormat;
import latent.image.PixelSize;
import latent.pictures.AvifFile;
import latent.pictures.AvifFiles;
import latent.pictures.BitString;
import latent.pictures.CameraExif;
import latent.pictures.ColourBars;
import latent.pictures.Encoded;
import latent.pictures.EncodedParts;
import latent.pictures.HeicFiles;
import latent.pictures.HeicGrid;
import latent.pictures.ProfileFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of HEIC originals, where libheif is beside libvips. Turns are {@link TurnedByDecoderTest}'s. */
class HeicTest {
    private static Engine engine;

    @BeforeAll
    static void open() {
        engine = HeicHere.orSkip();
    }

    @Test
    void a_grid_of_tiles_is_one_picture_as_large_as_it_says_and_turned_as_a_whole() {
        byte[] phone = new HeicGrid().with(AvifFile.irot(3)).bytes();
        assertThat(job(phone, WantedRendition.box(500, 500)).header().upright()).isEqualTo(new PixelSize(100, 120));
        Row.Seen whole = seen(phone, WantedRendition.box(500, 500));
        whole.hasSize(100, 120);
        whole.shows(0.2, 0.2, 0, 0, 255, 12);
        whole.shows(0.8, 0.2, 255, 0, 0, 12);
        whole.shows(0.2, 0.8, 255, 255, 255, 12);
        whole.shows(0.8, 0.8, 0, 255, 0, 12);
        seen(phone, WantedRendition.box(500, 500).crop(10, 10, 90, 0)).shows(0.5, 0.5, 255, 0, 0, 12);
    }

    /** Phones write both an Exif orientation and a turn of the item; only one of them may turn the pixels. */
    @Test
    void exif_turns_nothing_and_leaves_nothing_behind() {
        byte[] phone =
                new HeicGrid().withExif(CameraExif.of("(c) A. Photographer")).bytes();
        Row.Seen seen = seen(phone, WantedRendition.box(60, 60));
        seen.hasSize(60, 50);
        seen.shows(0.1, 0.1, 255, 0, 0, 12);
        byte[] rendition = render(phone, WantedRendition.box(60, 60).as(ImageFormat.JPEG));
        assertThat(CameraExif.tagsIn(rendition)).isEmpty();
    }

    @Test
    void the_copyright_notice_stays_where_the_key_keeps_it() {
        byte[] phone =
                new HeicGrid().withExif(CameraExif.of("(c) A. Photographer")).bytes();
        byte[] kept =
                render(phone, WantedRendition.box(60, 60).as(ImageFormat.JPEG).keepCopyright());
        assertThat(new String(kept, ISO_8859_1)).contains("(c) A. Photographer\0");
        assertThat(CameraExif.tagsIn(kept)).contains(CameraExif.COPYRIGHT).doesNotContain(CameraExif.GPS);
    }

    @Test
    void colours_are_those_of_the_picture_that_was_coded() {
        looksLike(seen(HeicFiles.bars(), WantedRendition.box(128, 16)).picture(), ColourBars.rgb(), 6);
    }

    @Test
    void ten_bits_are_as_bright_as_eight() {
        looksLike(seen(HeicFiles.deepBars(), WantedRendition.box(128, 16)).picture(), ColourBars.rgb(), 6);
    }

    @Test
    void ten_bits_can_be_turned() {
        byte[] turned = AvifFile.withFor(2, HeicFiles.deepBars(), AvifFile.irot(2));
        Row.Seen seen = seen(turned, WantedRendition.box(128, 16));
        seen.shows(0.94, 0.5, 180, 110, 60, 6);
        seen.shows(0.06, 0.5, 64, 64, 64, 6);
    }

    @Test
    void a_colour_profile_counts_and_stays_where_the_key_keeps_it() {
        byte[] displayP3 = EncodedParts.profile(render(
                AvifFiles.ofDisplayP3(12, 13), WantedRendition.box(128, 16).keepIcc()));
        byte[] file = AvifFile.withFor(2, HeicFiles.bars(), AvifFile.profile(displayP3));
        Row.Seen seen = seen(file, WantedRendition.box(128, 16));
        seen.shows(0.06, 0.5, 191, 106, 47, 8);
        seen.shows(0.44, 0.5, 17, 61, 207, 8);
        byte[] kept = render(file, WantedRendition.box(128, 16).keepIcc());
        assertThat(EncodedParts.profile(kept)).isEqualTo(displayP3);
    }

    @Test
    void a_profile_of_gray_counts() {
        byte[] file = AvifFile.withFor(2, HeicFiles.bars(), AvifFile.profile(ProfileFile.gray(1.0)));
        seen(file, WantedRendition.box(128, 16)).shows(0.56, 0.5, 188, 188, 188, 4);
    }

    /** Colours as of an AVIF of the same code points in {@link ColourMeaningTest}. */
    @Test
    void code_points_count() {
        byte[] file = AvifFile.withFor(2, HeicFiles.bars(), AvifFile.codePoints(12, 13));
        seen(file, WantedRendition.box(128, 16)).shows(0.06, 0.5, 191, 106, 47, 8);
    }

    /** Encoders leave the property out; PQ that is not known as such would be washed out. */
    @Test
    void so_do_those_in_the_bitstream_alone() {
        seen(HeicFiles.bars(12, 13), WantedRendition.box(128, 16)).shows(0.06, 0.5, 191, 106, 47, 8);
        Row.Seen bright = seen(HeicFiles.bars(9, 16), WantedRendition.box(128, 16));
        bright.shows(0.56, 0.5, 132, 132, 132, 8);
        bright.shows(0.94, 0.5, 30, 30, 30, 6);
    }

    /** They count as none, as ITU-T H.265 has it, E.3.1. Of a matrix of 3 libheif warns, of others without a meaning libde265 says nothing. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 23, 200})
    void code_points_without_a_meaning_say_nothing(int reserved) {
        byte[] tiled = HeicFiles.bars(reserved, reserved);
        byte[] told = AvifFile.withFor(2, HeicFiles.bars(), AvifFile.codePoints(reserved, reserved));
        for (byte[] file : List.of(tiled, told)) {
            looksLike(seen(file, WantedRendition.box(128, 16)).picture(), ColourBars.rgb(), 6);
        }
        int[] usual = {2, 2, 6};
        byte[] whole = BitString.replaced(HeicFiles.quarters(), "hvcC", usual, reserved, reserved, 6);
        byte[] matrix = BitString.replaced(HeicFiles.quarters(), "hvcC", usual, 2, 2, reserved == 0 ? 2 : reserved);
        for (byte[] file : List.of(whole, matrix)) {
            Row.Seen seen = seen(file, WantedRendition.box(120, 80));
            seen.shows(0.25, 0.25, 255, 0, 0, 12);
            seen.shows(0.75, 0.25, 0, 255, 0, 12);
            seen.shows(0.25, 0.75, 0, 0, 255, 12);
        }
    }

    static Stream<byte[]> files() {
        return Stream.of(HeicFiles.holed(), AvifFile.with(HeicFiles.holed(), AvifFile.irot(2)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_transparent_stays_so_or_becomes_the_ground(byte[] file) {
        Row.Seen png = seen(file, WantedRendition.box(120, 80));
        png.hasAlpha(0.5, 0.5, 0);
        png.hasAlpha(0.2, 0.2, 255);
        Row.Seen jpeg = new Row.Seen(
                Encoded.read(render(file, WantedRendition.box(120, 80).as(ImageFormat.JPEG))));
        jpeg.shows(0.5, 0.5, 255, 255, 255, 12);
    }

    /** Two libheifs are in one process then, that of npm's libvips and the system's. */
    @Test
    void avif_is_read_and_written_before_and_after() {
        byte[] avif = render(HeicFiles.quarters(), WantedRendition.box(60, 40).as(ImageFormat.AVIF));
        for (int round = 0; round < 3; round++) {
            Row.Seen seen = seen(avif, WantedRendition.box(30, 20));
            seen.shows(0.1, 0.1, 255, 0, 0, 24);
            seen.shows(0.9, 0.9, 255, 255, 255, 24);
            seen(HeicFiles.quarters(), WantedRendition.box(30, 20)).shows(0.9, 0.1, 0, 255, 0, 24);
        }
    }

    @Test
    void a_watermark_may_be_a_heic() {
        RenderJob job = Row.job(
                Encoded.png(ColourBars.rgb()),
                WantedRendition.box(128, 16).watermark("logo").transformation(),
                Optional.of(HeicFiles.quarters()));
        assertThat(engine.render(job)).isNotEmpty();
    }

    private static void looksLike(BufferedImage seen, BufferedImage drawn, int levels) {
        for (int bar = 0; bar < ColourBars.BARS; bar++) {
            int x = 16 * bar + 8;
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(seen.getRGB(x, 8) >> shift & 0xff)
                        .as("bar %d, shift %d", bar, shift)
                        .isCloseTo(drawn.getRGB(x, 8) >> shift & 0xff, within(levels));
            }
        }
    }

    private static Row.Seen seen(byte[] file, WantedRendition wish) {
        return new Row.Seen(Encoded.read(render(file, wish)));
    }

    private static byte[] render(byte[] file, WantedRendition wish) {
        return engine.render(job(file, wish));
    }

    private static RenderJob job(byte[] file, WantedRendition wish) {
        return Row.job(file, wish.transformation(), Optional.empty());
    }
}
