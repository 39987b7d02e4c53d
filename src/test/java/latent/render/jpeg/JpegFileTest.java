package latent.render.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import org.junit.jupiter.api.Test;

class JpegFileTest {
    private static final int FILES = 20_000;
    private static final List<byte[]> WHOLE =
            List.of(Encoded.jpeg(Pictures.quarters(16, 16)), Encoded.progressiveJpeg(Pictures.quarters(16, 16)));

    @Test
    void a_whole_file_is_left_as_it_is() {
        for (byte[] file : WHOLE) {
            JpegFile seen = JpegFile.of(MemorySegment.ofArray(file));
            assertThat(seen.isMended()).isFalse();
            assertThat(seen.end()).isEqualTo(file.length - 2);
        }
    }

    /** The last byte is both a parameter that is corrected and half of an end marker. */
    @Test
    void a_file_that_ends_in_an_odd_parameter_does_not_make_the_reader_throw() {
        byte[] file = WHOLE.getFirst();
        int data =
                (int) JpegHeader.of(new JpegBytes(MemorySegment.ofArray(file))).data();
        byte[] ended = Arrays.copyOf(file, data);
        ended[data - 1] = (byte) 0xff;
        JpegFile seen = JpegFile.of(MemorySegment.ofArray(ended));
        assertThat(seen.isCompleted()).isTrue();
        assertThat(DecoderVerdict.isDamaged(seen, List.of(), false)).isTrue();
    }

    /** Bytes overwritten anywhere, markers among them, and the end cut off at any place. */
    @Test
    void no_bytes_make_the_reader_throw() {
        Random random = new Random(20261126);
        int[] telling = {0xff, 0xd9, 0xda, 0xe0, 0xee, 0x00, 0xc0, 0xc2};
        for (int i = 0; i < FILES; i++) {
            byte[] file = WHOLE.get(i % WHOLE.size());
            byte[] damaged = Arrays.copyOf(file, 4 + random.nextInt(file.length - 3));
            for (int hit = 0; hit <= i % 8; hit++) {
                damaged[2 + random.nextInt(damaged.length - 2)] = (byte) telling[random.nextInt(telling.length)];
            }
            assertThatCode(() -> {
                        JpegFile seen = JpegFile.of(MemorySegment.ofArray(damaged));
                        DecoderVerdict.isDamaged(seen, List.of(), false);
                    })
                    .as("file %s", i)
                    .doesNotThrowAnyException();
        }
    }
}
