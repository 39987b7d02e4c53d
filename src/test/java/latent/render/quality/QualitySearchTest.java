package latent.render.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import latent.image.PixelSize;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import org.junit.jupiter.api.Test;

class QualitySearchTest {
    private final List<Integer> tried = new ArrayList<>();

    /** An encoder whose file is a thousand bytes for each point of quality. */
    private final QualitySearch search = new QualitySearch(quality -> {
        tried.add(quality);
        return new byte[quality * 1_000];
    });

    @Test
    void the_lowest_quality_that_reaches_the_target_is_found_in_few_tries() {
        assertThat(search.smallestReaching(0.7, file -> file.length / 100_000.0))
                .hasSize(70_000);
        assertThat(tried).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void the_best_quality_is_taken_when_none_reaches_the_target() {
        assertThat(search.smallestReaching(2, file -> 1)).hasSize(92_000);
    }

    @Test
    void the_best_quality_within_a_size_is_found() {
        assertThat(search.bestWithin(33_333, 80)).hasSize(33_000);
        assertThat(search.bestWithin(1_000_000, 80)).hasSize(80_000);
        assertThat(search.bestWithin(1_000, 80)).hasSize(1_000);
    }

    @Test
    void a_picture_that_cannot_be_made_so_small_is_refused() {
        assertThatThrownBy(() -> search.bestWithin(999, 80))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void a_picture_has_full_similarity_with_itself_and_little_with_noise() {
        PixelSize size = new PixelSize(61, 43);
        byte[] noise = new byte[61 * 43];
        new Random(1).nextBytes(noise);
        byte[] slope = new byte[61 * 43];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (byte) (i % 61 * 4);
        }
        Luma picture = new Luma(size, slope);
        assertThat(Ssim.of(picture, picture)).isCloseTo(1, within(1e-12));
        assertThat(Ssim.of(picture, new Luma(size, noise))).isLessThan(0.1);
    }
}
