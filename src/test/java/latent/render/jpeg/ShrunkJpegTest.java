package latent.render.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import latent.pictures.Corpus;
import latent.pictures.Encoded;
import latent.pictures.Likeness;
import latent.pictures.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShrunkJpegTest {
    /** Pixels to a side of what is compared: two blocks. */
    private static final int COARSE = 16;

    /** What rounding leaves. */
    private static final double ALIKE = 1;

    private static final BufferedImage CLOUDS = Pictures.clouds(333, 250);

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void is_the_picture_but_smaller(int shrink) throws IOException {
        for (byte[] file : List.of(Encoded.jpeg(CLOUDS), Encoded.progressiveJpeg(CLOUDS))) {
            assertThat(differenceFromLibjpeg(file, shrink)).isLessThan(ALIKE);
        }
    }

    @Test
    void a_gray_picture_has_one_channel() throws IOException {
        BufferedImage gray = new BufferedImage(40, 24, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(0, 0, 0, 200);
        Planes planes = ShrunkJpeg.decode(Encoded.jpeg(gray), 8);
        assertThat(planes.channels()).isEqualTo(1);
        assertThat(planes.size()).hasToString("5x3");
    }

    @Test
    void what_ends_too_early_is_an_error_wherever_it_ends() {
        for (byte[] file : List.of(Encoded.jpeg(CLOUDS), Encoded.progressiveJpeg(CLOUDS))) {
            for (int percent = 1; percent < 100; percent += 7) {
                byte[] cut = Encoded.cut(file, percent / 100.0);
                assertThatThrownBy(() -> ShrunkJpeg.decode(cut, 4)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void noise_in_the_file_is_survived() {
        Random random = new Random(11);
        byte[] file = Encoded.progressiveJpeg(CLOUDS);
        for (int i = 0; i < 500; i++) {
            byte[] noisy = file.clone();
            for (int hit = 0; hit < 5; hit++) {
                noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
            }
            try {
                ShrunkJpeg.decode(noisy, 2);
            } catch (IOException expected) {
                assertThat(expected).hasMessageNotContaining("not thought of");
            }
        }
    }

    @Test
    void agrees_with_libjpeg_on_files_from_everywhere() {
        List<String> unlike = new ArrayList<>();
        int decoded = 0;
        for (Corpus.Hostile file : Corpus.hostileImages()) {
            boolean usable = file.kind().equals("jpeg")
                    && file.expected().equals("valid")
                    && !file.path().contains("fuzz")
                    && !file.path().contains("afl")
                    && Math.min(file.width(), file.height()) >= 2 * COARSE;
            // ImageIO obeys profiles, the decoder leaves that to others.
            if (!usable || new String(file.bytes(), StandardCharsets.ISO_8859_1).contains("ICC_PROFILE")) {
                continue;
            }
            try {
                double difference = differenceFromLibjpeg(file.bytes(), 4);
                decoded++;
                if (difference > 3) {
                    unlike.add(file + " differs by " + difference);
                }
            } catch (IOException | RuntimeException rare) {
                assertThat(rare).isNotNull();
            }
        }
        assertThat(decoded).isGreaterThan(100);
        assertThat(unlike).isEmpty();
    }

    /** Mean colour difference from the whole picture, where both are so coarse that only what the blocks hold counts. */
    private static double differenceFromLibjpeg(byte[] file, int shrink) throws IOException {
        Planes planes = ShrunkJpeg.decode(file, shrink);
        int width = planes.size().width();
        int height = planes.size().height();
        BufferedImage shrunk = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        byte[] row = new byte[width * planes.channels()];
        for (int y = 0; y < height; y++) {
            planes.read(y, row);
            for (int x = 0; x < width; x++) {
                int at = x * planes.channels();
                int next = planes.channels() / 2;
                shrunk.setRGB(
                        x, y, (row[at] & 0xff) << 16 | (row[at + next] & 0xff) << 8 | (row[at + 2 * next] & 0xff));
            }
        }
        BufferedImage whole = Encoded.read(file);
        int across = whole.getWidth() / COARSE;
        int down = whole.getHeight() / COARSE;
        int part = COARSE / shrink;
        return Likeness.meanDeltaE(
                Likeness.reduced(shrunk.getSubimage(0, 0, across * part, down * part), across, down),
                Likeness.reduced(whole.getSubimage(0, 0, across * COARSE, down * COARSE), across, down));
    }
}
