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

    /** As large as all its frames together for some decoders; 4x2, the first frame alone, for Chromium. */
    private static final String FRAMES_CLIPPED_BY_BROWSERS = "wuffs/test/data/artificial-gif/frame-out-of-bounds.gif";

    private final HeaderGate gate = new HeaderGate(Limits.DEFAULT);

    @Test
    void only_refusals_come_out_whatever_goes_in() {
        Corpus.hostileImages().forEach(file -> {
            read(file.bytes(), file.bytes().length);
            for (int cut : new int[] {0, 1, 11, 30, file.bytes().length / 2}) {
                read(head(file, cut), file.bytes().length);
            }
        });
    }

    @Test
    void every_bomb_is_refused_by_its_first_64_kibibytes() {
        assertThat(Corpus.hostileImages().stream()
                        .filter(f -> f.expected().equals("bomb"))
                        .filter(f -> read(head(f, HEAD_BYTES), f.bytes().length)
                                .refusal
                                .isEmpty())
                        .filter(f -> !isOnlyOverTheScreen(f)))
                .isEmpty();
    }

    /** A GIF whose later frames stand over: they are clipped, and what is not shown costs nothing. */
    private boolean isOnlyOverTheScreen(Hostile file) {
        return file.kind().equals("gif")
                && read(file.bytes(), file.bytes().length)
                        .header
                        .map(header -> header.stored().pixels() < 1_000_000)
                        .orElse(true);
    }

    @Test
    void sizes_are_those_that_the_decoders_agree_on() {
        List<String> wrong = new ArrayList<>();
        for (Hostile file : Corpus.hostileImages()) {
            if (!file.expected().equals("valid") || !file.agreed() || !SIZED_BY_ALL_ALIKE.contains(file.kind())
                    || file.path().equals(FRAMES_CLIPPED_BY_BROWSERS)) {
                continue;
            }
            Answer answer = read(file.bytes(), file.bytes().length);
            boolean beyondLimits = Math.max(file.width(), file.height()) > Limits.DEFAULT.maxSidePixels();
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
