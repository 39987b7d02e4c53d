package latent.render.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;
import latent.pictures.BmpFile;
import latent.pictures.Encoded;
import latent.pictures.IconFile;
import latent.pictures.Pictures;
import latent.pictures.WebPFile;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

class HeaderGateTest {
    private final HeaderGate gate = new HeaderGate(Limits.DEFAULT);

    @Test
    void tells_the_format_by_content_and_not_by_name() {
        var picture = Pictures.quarters(30, 20);
        assertThat(read(Encoded.jpeg(picture))).isEqualTo(still(ImageFormat.JPEG, false));
        assertThat(read(Encoded.progressiveJpeg(picture))).isEqualTo(still(ImageFormat.JPEG, true));
        assertThat(read(Encoded.png(picture))).isEqualTo(still(ImageFormat.PNG, false));
        assertThat(read(Encoded.interlacedPng(picture))).isEqualTo(still(ImageFormat.PNG, true));
        assertThat(read(Encoded.gif(picture))).isEqualTo(still(ImageFormat.GIF, false));
        assertThat(read(new BmpFile(BmpFile.WINDOWS, 24).bytes()).stored())
                .isEqualTo(new PixelSize(BmpFile.WIDTH, BmpFile.HEIGHT));
        assertThat(read(new IconFile().withPng(30, Encoded.png(picture)).bytes()))
                .isEqualTo(still(ImageFormat.ICO, false));
        assertThat(read(WebPFile.of(picture))).isEqualTo(still(ImageFormat.WEBP, false));
        assertThat(read(latin1("<?xml version='1.0'?>\n<!-- drawn --><svg viewBox=\"0 0 30 20\"/>")))
                .isEqualTo(still(ImageFormat.SVG, false));
    }

    @Test
    void sizes_a_drawing_as_a_browser_does() {
        assertThat(drawing("width='40' height='30mm'")).isEqualTo(new PixelSize(40, 114));
        assertThat(drawing("viewBox='-5 -5 24 12.5'")).isEqualTo(new PixelSize(24, 13));
        assertThat(drawing("width='96' viewBox='0 0 24 12'")).isEqualTo(new PixelSize(96, 48));
        assertThat(drawing("height='96' width='100%' viewBox='0,0,24,12'")).isEqualTo(new PixelSize(192, 96));
        assertThat(drawing("width='50'")).isEqualTo(new PixelSize(50, 150));
        assertThat(drawing("viewBox='0 0 0 0'")).isEqualTo(new PixelSize(300, 150));
        assertThat(drawing("")).isEqualTo(new PixelSize(300, 150));
        refuses(Reason.TOO_LARGE, latin1("<svg width='10000000' height='10000000' viewBox='0 0 1 1'/>"));
        refuses(Reason.TOO_LARGE, latin1("<svg width='1e400' height='1'/>"));
        refuses(Reason.NOT_A_PICTURE, latin1("<svg width='-4' height='4'/>"));
    }

    private PixelSize drawing(String attributes) {
        return read(latin1("<svg " + attributes + "/>")).upright();
    }

    @Test
    void counts_frames() {
        byte[] gif = Encoded.gif(Pictures.plain(9, 9, Color.RED), Pictures.plain(9, 9, Color.BLUE));
        assertThat(read(gif).frames()).isEqualTo(2);
    }

    @Test
    void tells_the_orientation() {
        byte[] jpeg = Encoded.withOrientation(Encoded.jpeg(Pictures.quarters(30, 20)), 6);
        assertThat(read(jpeg).orientation()).isEqualTo(Orientation.RIGHT_TOP);
        assertThat(read(jpeg).upright()).isEqualTo(new PixelSize(20, 30));
        byte[] png = Encoded.pngWithOrientation(Encoded.png(Pictures.quarters(30, 20)), 8);
        assertThat(read(png).orientation()).isEqualTo(Orientation.LEFT_BOTTOM);
    }

    @Test
    void asks_for_more_bytes_when_those_can_decide() {
        byte[] jpeg = Encoded.withComment(Encoded.jpeg(Pictures.quarters(30, 20)), "x".repeat(5000));
        assertThat(gate.admit(Arrays.copyOf(jpeg, 4000), jpeg.length)).isEmpty();
        assertThat(gate.admit(Arrays.copyOf(jpeg, 7), jpeg.length)).isEmpty();
        refuses(Reason.NOT_A_PICTURE, Arrays.copyOf(jpeg, 4000));
    }

    @Test
    void refuses_what_is_no_picture_of_ours() {
        refuses(Reason.NOT_A_PICTURE, latin1("hello, I am not a picture at all"));
        refuses(Reason.NOT_A_PICTURE, new byte[0]);
        refuses(Reason.NOT_A_PICTURE, latin1("BM and then what a bitmap has"));
        refuses(Reason.UNSUPPORTED_FORMAT, latin1("%PDF-1.7 and so on and so on"));
    }

    @Test
    void refuses_the_three_small_files_that_took_gigabytes() {
        refuses(Reason.TOO_LARGE, gif(65_535, 65_535, 1, 1));
        refuses(Reason.TOO_LARGE, gif(1, 1, 65_535, 65_535));
        refuses(Reason.TOO_LARGE, png(786_464, 32));
        refuses(Reason.TOO_LARGE, pngWithChunk(0x40000000));
    }

    @Test
    void refuses_a_frame_that_stands_over_the_canvas_of_a_webp() {
        assertThat(read(animatedWebP(70, 60)).frames()).isEqualTo(1);
        refuses(Reason.NOT_A_PICTURE, animatedWebP(72, 60));
        refuses(Reason.NOT_A_PICTURE, animatedWebP(70, 62));
    }

    /** A canvas of 100x80 and a frame of 30x20 on it. */
    private static byte[] animatedWebP(int left, int top) {
        String canvas = "56503858" + "0a000000" + "12000000" + "630000" + "4f0000";
        String frame = "414e4d46" + "10000000" + three(left / 2) + three(top / 2) + "1d0000" + "130000" + "00000000";
        return HexFormat.of().parseHex("52494646" + "36000000" + "57454250" + canvas + frame + "00000000".repeat(4));
    }

    private static String three(int number) {
        return little(number) + "00";
    }

    @Test
    void refuses_a_file_by_its_size_alone() {
        assertThatThrownBy(() -> gate.admit(new byte[0], Limits.DEFAULT.maxFileBytes() + 1))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void a_second_frame_header_cannot_change_the_size() {
        byte[] small = Encoded.jpeg(Pictures.quarters(30, 20));
        byte[] frame = HexFormat.of().parseHex("ffc0000b08ffffffff01011100");
        byte[] two = new byte[small.length + frame.length];
        System.arraycopy(small, 0, two, 0, 20);
        System.arraycopy(frame, 0, two, 20, frame.length);
        System.arraycopy(small, 20, two, 20 + frame.length, small.length - 20);
        refuses(Reason.NOT_A_PICTURE, two);
    }

    private ImageHeader read(byte[] file) {
        return gate.admit(file, file.length).orElseThrow();
    }

    private void refuses(Reason reason, byte[] file) {
        assertThatThrownBy(() -> gate.admit(file, file.length))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    private static ImageHeader still(ImageFormat format, boolean interlaced) {
        return new ImageHeader(format, new PixelSize(30, 20), Orientation.TOP_LEFT, 1, interlaced);
    }

    private static byte[] gif(int width, int height, int frameWidth, int frameHeight) {
        return HexFormat.of()
                .parseHex("474946383961" + little(width) + little(height) + "000000" + "2c00000000" + little(frameWidth)
                        + little(frameHeight) + "0002024c01003b");
    }

    private static byte[] png(int width, int height) {
        return HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d49484452%08x%08x0100000000000000000000000049444154"
                        .formatted(width, height));
    }

    private static byte[] pngWithChunk(int length) {
        return HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55%08x7a545874"
                        .formatted(length));
    }

    private static String little(int value) {
        return "%02x%02x".formatted(value & 0xff, value >> 8);
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
