package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import latent.kit.BesideOtherClasses;
import latent.metrics.Meters;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.imgscalr.ImgscalrEngine;
import org.junit.jupiter.api.Test;

/** Deadlines of an engine that runs in this process. */
@BesideOtherClasses
class RenderPoolTest {
    private static final byte[] ORIGINAL = Encoded.png(Pictures.quarters(8, 8));
    private static final RenderJob ONE = job(4);
    private static final RenderJob ANOTHER = job(5);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final byte[] RENDITION = {1};

    private final AtomicInteger renders = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void a_rendition_that_spends_its_processor_time_is_refused_and_then_refused_without_a_render() {
        try (RenderPool pool = pool(new RenderDeadline(SHORT, LONG), job -> isOne(job) ? burn() : RENDITION)) {
            refuses(pool, ONE, Reason.RENDER_LIMIT_REACHED);
            refuses(pool, job(4), Reason.RENDER_LIMIT_REACHED);
            assertThat(renders).hasValue(1);
            assertThat(pool.render(ANOTHER)).isEqualTo(RENDITION);
        }
    }

    @Test
    void time_in_which_the_processor_was_not_used_is_not_counted() {
        try (RenderPool pool = pool(new RenderDeadline(SHORT, LONG), job -> sleep(SHORT.multipliedBy(5)))) {
            assertThat(pool.render(ONE)).isEqualTo(RENDITION);
        }
    }

    @Test
    void a_rendition_that_ends_by_the_clock_may_be_tried_once_more() {
        try (RenderPool pool = pool(new RenderDeadline(LONG, A_WHILE), job -> isOne(job) ? waits() : RENDITION)) {
            refuses(pool, ONE, Reason.NO_ROOM);
            refuses(pool, ONE, Reason.RENDER_LIMIT_REACHED);
            refuses(pool, ONE, Reason.RENDER_LIMIT_REACHED);
            assertThat(renders).hasValue(2);
        }
    }

    @Test
    void a_render_that_never_got_a_thread_is_not_suspected() {
        CountDownLatch first = new CountDownLatch(1);
        try (RenderPool pool = pool(
                new RenderDeadline(LONG, A_WHILE), job -> isOne(job) ? waitsThoughInterrupted(first) : RENDITION)) {
            refuses(pool, ONE, Reason.NO_ROOM);
            refuses(pool, ANOTHER, Reason.NO_ROOM);
            refuses(pool, ANOTHER, Reason.NO_ROOM);
            assertThat(renders).hasValue(1);
            first.countDown();
            assertThat(afterAWhile(pool, ANOTHER)).isEqualTo(RENDITION);
        }
    }

    private static boolean isOne(RenderJob job) {
        return job.transformation().equals(ONE.transformation());
    }

    /** The thread comes free a moment after the latch. */
    private static byte[] afterAWhile(RenderPool pool, RenderJob job) {
        while (true) {
            try {
                return pool.render(job);
            } catch (Refusal busy) {
                assertThat(busy.reason()).isEqualTo(Reason.NO_ROOM);
            }
        }
    }

    private static byte[] burn() {
        double sum = 0;
        while (!Thread.currentThread().isInterrupted()) {
            sum += Math.sqrt(sum + 1);
        }
        return new byte[] {(byte) sum};
    }

    private byte[] waits() {
        return sleep(LONG);
    }

    private byte[] sleep(Duration time) {
        try {
            assertThat(never.await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return RENDITION;
    }

    private static byte[] waitsThoughInterrupted(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
        return RENDITION;
    }

    private static void refuses(RenderPool pool, RenderJob job, Reason reason) {
        assertThatThrownBy(() -> pool.render(job))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private RenderPool pool(RenderDeadline deadline, Function<RenderJob, byte[]> work) {
        return new RenderPool(new Scripted(work), 1, deadline, new Meters());
    }

    /** An engine that takes as long as the test says. */
    private final class Scripted implements Engine {
        private final Function<RenderJob, byte[]> work;

        private Scripted(Function<RenderJob, byte[]> work) {
            this.work = work;
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public EngineCapabilities capabilities() {
            return new ImgscalrEngine(RenderSettings.DEFAULT).capabilities();
        }

        @Override
        public byte[] render(RenderJob job) {
            renders.incrementAndGet();
            return work.apply(job);
        }

        @Override
        public void close() {}
    }

    private static RenderJob job(int side) {
        return Row.job(ORIGINAL, WantedRendition.box(side, side).transformation(), Optional.empty());
    }
}
