package latent.render.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import latent.image.ImageHeader;
import latent.pictures.Corpus;
import latent.pictures.Corpus.Hostile;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

class HostileHeadersTest {
    private static final int HEAD_BYTES = 64 << 10;
    private static final List<String> SIZED_BY_ALL_ALIKE = List.of("jpeg", "png", "gif");

    /** A file that some decoders take to be as large as all its frames together; Chromium shows the first frame alone, 4x2. */
    private static final String FRAMES_CLIPPED_BY_BROWSERS = "wuffs/test/data/artificial-gif/frame-out-of-bounds.gif";

    private final HeaderGate gate = new HeaderGate(Limits.DEFAULT);

    @Test
    void hostile_files_and_their_beginnings_are_admitted_or_refused() {
        Corpus.hostileImages().forEach(file -> {
            read(file.bytes(), file.bytes().length);
            for (int cut : new int[] {0, 1, 11, 30, file.bytes().length / 2}) {
                read(head(file, cut), file.bytes().length);
            }
        });
    }

    /** The others are small enough to be decoded, which {@code HostileImagesTest} does. */
    @Test
    void most_bombs_are_refused_by_their_first_64_kibibytes_and_no_bomb_has_more_pixels_than_a_picture_may() {
        List<Hostile> bombs = Corpus.hostileImages().stream()
                .filter(f -> f.expected().equals("bomb"))
                .toList();
        List<ImageHeader> admitted = bombs.stream()
                .flatMap(f -> read(head(f, HEAD_BYTES), f.bytes().length).header.stream())
                .toList();
        assertThat(admitted).allMatch(h -> h.codedPixels() <= Limits.DEFAULT.maxPixels());
        assertThat(admitted.size()).isLessThan(bombs.size() / 5);
    }

    @Test
    void sizes_are_those_that_the_decoders_agree_on() {
        List<String> wrong = new ArrayList<>();
        for (Hostile file : Corpus.hostileImages()) {
            if (!file.expected().equals("valid")
                    || !file.agreed()
                    || !SIZED_BY_ALL_ALIKE.contains(file.kind())
                    || file.path().equals(FRAMES_CLIPPED_BY_BROWSERS)) {
                continue;
            }
            Answer answer = read(file.bytes(), file.bytes().length);
            boolean beyondLimits = file.width() * file.height() > Limits.DEFAULT.maxPixels();
            boolean right = answer.header
                    .map(h -> h.stored().width() == file.width() && h.stored().height() == file.height())
                    .orElse(beyondLimits
                            && answer.refusal
                                    .filter(r -> r.reason() == Reason.TOO_LARGE)
                                    .isPresent());
            if (!right) {
                wrong.add(file + " " + file.kind() + " " + file.width() + "x" + file.height() + " but " + answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private record Answer(Optional<ImageHeader> header, Optional<Refusal> refusal) {}

    private Answer read(byte[] head, long fileBytes) {
        try {
            return new Answer(gate.admit(head, fileBytes), Optional.empty());
        } catch (Refusal refusal) {
            return new Answer(Optional.empty(), Optional.of(refusal));
        }
    }

    private static byte[] head(Hostile file, int length) {
        return Arrays.copyOf(file.bytes(), Math.min(length, file.bytes().length));
    }
}
