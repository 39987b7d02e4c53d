package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.RenderTooExpensive.Limit;
import org.junit.jupiter.api.Test;

class ExpensiveRenditionsTest {
    private static final byte[] ORIGINAL = Encoded.png(Pictures.quarters(8, 8));

    private final AtomicLong now = new AtomicLong();
    private final ExpensiveRenditions expensive = new ExpensiveRenditions(Duration.ofMinutes(10), now::get);

    @Test
    void a_rendition_is_known_by_its_original_and_its_transformation() {
        expensive.refusal(job(ORIGINAL, 4), Limit.PROCESSOR_TIME);
        refuses(job(ORIGINAL, 4));
        admits(job(ORIGINAL, 5));
        byte[] ofTheSameLength = ORIGINAL.clone();
        ofTheSameLength[ofTheSameLength.length - 1]++;
        admits(job(ofTheSameLength, 4));
    }

    @Test
    void a_refused_rendition_may_be_tried_again_after_a_while() {
        expensive.refusal(job(ORIGINAL, 4), Limit.MEMORY);
        now.addAndGet(Duration.ofMinutes(9).toNanos());
        refuses(job(ORIGINAL, 4));
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        admits(job(ORIGINAL, 4));
        assertThat(expensive.size()).isZero();
    }

    @Test
    void a_rendition_that_ran_out_of_wall_clock_time_is_refused_from_the_second_time_on() {
        assertThat(expensive.refusal(job(ORIGINAL, 4), Limit.WALL_TIME).reason())
                .isEqualTo(Reason.NO_ROOM);
        admits(job(ORIGINAL, 4));
        assertThat(expensive.refusal(job(ORIGINAL, 4), Limit.WALL_TIME).reason())
                .isEqualTo(Reason.RENDER_LIMIT_REACHED);
        refuses(job(ORIGINAL, 4));
    }

    @Test
    void no_more_than_a_thousand_are_remembered() {
        IntStream.rangeClosed(1, 3000).forEach(side -> expensive.refusal(job(ORIGINAL, side), Limit.PROCESSOR_TIME));
        assertThat(expensive.size()).isLessThanOrEqualTo(1000);
    }

    private void refuses(RenderJob job) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> expensive.refuseSuspect(job))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.RENDER_LIMIT_REACHED));
    }

    private void admits(RenderJob job) {
        assertThatCode(() -> expensive.refuseSuspect(job)).doesNotThrowAnyException();
    }

    private static RenderJob job(byte[] original, int side) {
        RenderJob named = Row.job(ORIGINAL, WantedRendition.box(side, side).transformation(), Optional.empty());
        return RenderJob.of(original, named.header(), named.transformation());
    }
}
