package latent.render.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import latent.pictures.Encoded;
import latent.pictures.ManyScans;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

/** How often a JPEG may make a decoder go through its picture. */
class ScanLimitTest {
    private static final BufferedImage GRAY = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);

    /** As Java writes a gray one. */
    private static final int SCANS = 6;

    @Test
    void a_small_picture_may_have_as_many_as_there_are_coefficients_and_more_but_not_any_number() {
        assertThat(isRefused(ManyScans.of(GRAY, 0))).isFalse();
        assertThat(isRefused(ManyScans.of(GRAY, 500 - SCANS))).isFalse();
        assertThat(isRefused(ManyScans.of(GRAY, 501 - SCANS))).isTrue();
        assertThat(isRefused(ManyScans.of(GRAY, 100_000))).isTrue();
    }

    @Test
    void the_larger_the_picture_the_fewer_scans_it_may_have() {
        assertThat(isRefused(sized(ManyScans.of(GRAY, 20 - SCANS), 10_000, 10_000)))
                .as("20 scans of 100 megapixels")
                .isFalse();
        assertThat(isRefused(sized(ManyScans.of(GRAY, 21 - SCANS), 10_000, 10_000)))
                .isTrue();
        assertThat(isRefused(sized(ManyScans.of(GRAY, 160 - SCANS), 4_000, 3_000)))
                .as("160 scans of a phone's picture")
                .isFalse();
        assertThat(isRefused(sized(ManyScans.of(GRAY, 170 - SCANS), 4_000, 3_000)))
                .isTrue();
    }

    @Test
    void arithmetic_coding_does_not_hide_scans_nor_do_comments_between_them_nor_a_missing_end() {
        byte[] file = ManyScans.of(GRAY, 600);
        byte[] arithmetic = file.clone();
        arithmetic[frame(file) + 1] = (byte) 0xca;
        assertThat(isRefused(arithmetic)).isTrue();
        assertThat(isRefused(Encoded.withComment(file, "\u00ff\u00d9 is an end marker")))
                .isTrue();
        assertThat(isRefused(Arrays.copyOf(file, file.length - 2))).isTrue();
    }

    @Test
    void what_stands_behind_the_end_is_not_counted() {
        byte[] whole = ManyScans.of(GRAY, 0);
        assertThat(isRefused(Encoded.join(whole, ManyScans.of(GRAY, 600)))).isFalse();
    }

    @Test
    void a_picture_of_one_scan_is_not_looked_at() {
        byte[] file = Encoded.jpeg(GRAY);
        byte[] tail = new byte[14 * 1_000];
        for (int at = 0; at < tail.length; at += 14) {
            ByteBuffer.wrap(tail, at, 4).putShort((short) 0xffda).putShort((short) 12);
        }
        assertThat(isRefused(Encoded.join(file, tail))).isFalse();
    }

    private static boolean isRefused(byte[] file) {
        try {
            ScanLimit.require(JpegFile.of(MemorySegment.ofArray(file)));
            return false;
        } catch (Refusal refused) {
            assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(refused.sentence()).contains("scans", "save it anew");
            return true;
        }
    }

    private static byte[] sized(byte[] file, int width, int height) {
        byte[] changed = file.clone();
        ByteBuffer.wrap(changed).putShort(frame(file) + 5, (short) height).putShort(frame(file) + 7, (short) width);
        return changed;
    }

    private static int frame(byte[] file) {
        return (int) JpegHeader.of(new JpegBytes(MemorySegment.ofArray(file))).frame();
    }
}
