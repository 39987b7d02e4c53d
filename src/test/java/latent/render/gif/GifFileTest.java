package latent.render.gif;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import latent.pictures.Encoded;
import latent.pictures.GifWriter;
import latent.pictures.GifWriter.Frame;
import latent.pictures.Pictures;
import org.junit.jupiter.api.Test;

/** When the codes of a frame are taken for those of a whole picture. */
class GifFileTest {
    private static final int WIDTH = 20;
    private static final Frame FRAME = Frame.at(0, 0, WIDTH, 12, GifWriter.GREEN);
    private static final int CLEAR = 128;
    private static final int UNKNOWN = 255;

    @Test
    void as_many_codes_as_pixels() {
        assertThat(isWhole(GifWriter.of(WIDTH, 12, FRAME))).isTrue();
        assertThat(isWhole(GifWriter.of(WIDTH, 12, FRAME, FRAME))).isTrue();
    }

    @Test
    void fewer_leave_a_part_out() {
        byte[] file = GifWriter.of(WIDTH, 12, FRAME);
        file[frameHeight(file)] = 13;
        assertThat(isWhole(file)).isFalse();
        assertThat(isWhole(Encoded.cut(GifWriter.of(WIDTH, 12, FRAME), 0.9))).isFalse();
    }

    @Test
    void whole_lines_too_many_are_a_frame_that_was_cut() {
        byte[] file = GifWriter.of(WIDTH, 12, FRAME);
        file[frameHeight(file)] = 11;
        assertThat(isWhole(file)).isTrue();
        assertThat(isWhole(GifWriter.withCodesBehind(WIDTH, 12, FRAME, colours(WIDTH))))
                .isTrue();
    }

    @Test
    void a_few_pixels_too_many_are_what_one_wrong_bit_makes() {
        for (int surplus : new int[] {1, 2, WIDTH - 1, WIDTH + 1, 12 * WIDTH / 4 - 1}) {
            assertThat(isWhole(GifWriter.withCodesBehind(WIDTH, 12, FRAME, colours(surplus))))
                    .as(surplus + " more")
                    .isFalse();
        }
    }

    @Test
    void a_quarter_more_and_codes_without_a_meaning_are_not() {
        assertThat(isWhole(GifWriter.withCodesBehind(WIDTH, 12, FRAME, colours(12 * WIDTH / 4 + 1))))
                .isTrue();
        assertThat(isWhole(GifWriter.withCodesBehind(WIDTH, 12, FRAME, CLEAR, UNKNOWN)))
                .isTrue();
        assertThat(isWhole(GifWriter.withCodesBehind(WIDTH, 12, FRAME, 0, 0, 0, CLEAR, UNKNOWN, 0)))
                .isTrue();
        assertThat(isWhole(GifWriter.withCodesBehind(WIDTH, 12, FRAME, 129, UNKNOWN, 0)))
                .as("behind the end")
                .isTrue();
    }

    /** The last bytes are a code of END, the end of the blocks and that of the file. */
    @Test
    void what_is_missing_behind_the_last_pixel_is_told() {
        byte[] file = GifWriter.of(WIDTH, 12, FRAME);
        assertThat(GifFile.missingEnd(MemorySegment.ofArray(file))).isEmpty();
        assertThat(GifFile.missingEnd(MemorySegment.ofArray(without(file, 1)))).isEmpty();
        assertThat(GifFile.missingEnd(MemorySegment.ofArray(without(file, 2)))).containsExactly(0, 0x3b);
        assertThat(GifFile.missingEnd(MemorySegment.ofArray(without(file, 3)))).containsExactly(0, 0, 0x3b);
        for (int cut = 1; cut <= 3; cut++) {
            assertThat(isWhole(without(file, cut))).as(cut + " bytes less").isTrue();
        }
        assertThat(isWhole(without(file, 4))).isFalse();
    }

    @Test
    void of_one_frame_after_another_each_counts() {
        byte[] clouds = Encoded.gif(Pictures.clouds(40, 30), Pictures.clouds(40, 30));
        assertThat(GifFile.isWhole(MemorySegment.ofArray(clouds), 2)).isTrue();
        byte[] cut = Encoded.cut(clouds, 0.9);
        assertThat(GifFile.isWhole(MemorySegment.ofArray(cut), 1)).isTrue();
        assertThat(GifFile.isWhole(MemorySegment.ofArray(cut), 2)).isFalse();
    }

    private static boolean isWhole(byte[] file) {
        return GifFile.isWhole(MemorySegment.ofArray(file), Integer.MAX_VALUE);
    }

    private static byte[] without(byte[] file, int bytes) {
        return Arrays.copyOf(file, file.length - bytes);
    }

    private static int[] colours(int count) {
        return IntStream.generate(() -> GifWriter.RED).limit(count).toArray();
    }

    /** Behind the screen, its 128 colours and a control extension of eight bytes. */
    private static int frameHeight(byte[] file) {
        return GifFrames.of(ByteBuffer.wrap(file)).getFirst().descriptor() + 7;
    }
}
