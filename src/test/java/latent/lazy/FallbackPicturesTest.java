package latent.lazy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import latent.image.ImageFormat;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FallbackPicturesTest {
    private static final Set<ImageFormat> WRITTEN = Set.of(ImageFormat.JPEG, ImageFormat.PNG);

    private final AtomicLong now = new AtomicLong();
    private final List<ImageFormat> asked = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream before = System.err;
    private volatile RuntimeException problem = new Refusal(Reason.ORIGINAL_MISSING, "There is no original a.png.");

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(log, true, UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(before);
    }

    @Test
    void each_is_made_once_at_the_start_and_only_in_formats_that_are_written() {
        FallbackPictures pictures = new FallbackPictures(WRITTEN, format -> made(format), now::get);
        for (int i = 0; i < 100; i++) {
            now.addAndGet(Duration.ofHours(1).toNanos());
            assertThat(pictures.in(ImageFormat.JPEG)).isPresent();
            assertThat(pictures.in(ImageFormat.PNG)).isPresent();
            assertThat(pictures.in(ImageFormat.WEBP)).isEmpty();
        }
        assertThat(asked).containsExactly(ImageFormat.JPEG, ImageFormat.PNG);
        assertThat(log.toString(UTF_8)).isEmpty();
    }

    @Test
    void what_cannot_be_made_is_told_once_and_tried_again_once_a_minute() {
        for (RuntimeException why : List.of(problem, new IllegalStateException("S3 is away"))) {
            problem = why;
            asked.clear();
            log.reset();
            FallbackPictures pictures = new FallbackPictures(WRITTEN, this::fails, now::get);
            for (int second = 0; second < 180; second++) {
                assertThat(pictures.in(ImageFormat.JPEG)).isEmpty();
                assertThat(pictures.in(ImageFormat.PNG)).isEmpty();
                now.addAndGet(Duration.ofSeconds(1).toNanos());
            }
            assertThat(asked).hasSize(2 * 3);
            assertThat(log.toString(UTF_8).lines())
                    .singleElement()
                    .asString()
                    .contains("fallback.picture cannot be shown: JPEG: ")
                    .contains(String.valueOf(why.getMessage()));
        }
    }

    @Test
    void once_it_can_be_made_it_is_shown_and_kept() {
        boolean[] broken = {true};
        FallbackPictures pictures =
                new FallbackPictures(WRITTEN, format -> broken[0] ? fails(format) : made(format), now::get);
        broken[0] = false;
        assertThat(pictures.in(ImageFormat.JPEG)).isEmpty();
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(pictures.in(ImageFormat.JPEG)).isPresent();
        assertThat(pictures.in(ImageFormat.PNG)).isPresent();
        assertThat(asked).hasSize(4);
    }

    private byte[] made(ImageFormat format) {
        asked.add(format);
        return new byte[] {1};
    }

    private byte[] fails(ImageFormat format) {
        asked.add(format);
        throw problem;
    }
}
