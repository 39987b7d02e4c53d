package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.key.Enlarge;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.kit.BesideOtherClasses;
import latent.kit.Eventually;
import latent.kit.MetricSamples;
import latent.metrics.Meters;
import latent.pictures.Encoded;
import latent.pictures.Headers;
import latent.pictures.Pictures;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.RenderDeadline;
import latent.render.RenderJob;
import latent.render.RenderPool;
import latent.render.RenderSettings;
import org.junit.jupiter.api.Test;

/** What follows for a visitor, and for the next one, when a worker ends during a render; on real processes with real signals. */
@BesideOtherClasses
class WorkerDeathsTest {
    private static final PixelSize SIZE = new PixelSize(2000, 1500);
    private static final byte[] ORIGINAL = Encoded.jpeg(Pictures.clouds(SIZE.width(), SIZE.height()));
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Meters meters = new Meters();

    @Test
    void a_rendition_that_spends_its_processor_time_costs_one_worker_and_others_of_its_original_are_rendered()
            throws Exception {
        WorkerPool workers = workers(new RenderDeadline(Duration.ofSeconds(2), LONG));
        try (RenderPool pool = pool(workers)) {
            refuses(pool, slow(), Reason.RENDER_LIMIT_REACHED, "smaller size or fewer options");
            waitForDeaths("deadline", 1);
            refuses(pool, slow(), Reason.RENDER_LIMIT_REACHED, "smaller size or fewer options");
            assertThat(pool.render(quick())).isNotEmpty();
            assertThat(died("deadline")).isOne();
            assertThat(metric("latent_renditions_suspected")).isOne();
            assertThat(metric("latent_originals_poisoned")).isZero();
        }
    }

    @Test
    void an_original_that_crashes_two_workers_is_refused_with_every_key_of_it() throws Exception {
        WorkerPool workers = workers(RenderDeadline.of(LONG));
        try (RenderPool pool = pool(workers)) {
            assertThat(endOfRenderUnderSignals("SEGV", workers, pool).reason()).isEqualTo(Reason.NOT_A_PICTURE);
            waitForDeaths("crash", 2);
            refuses(pool, quick(), Reason.NOT_A_PICTURE, "no renderer survives it");
            assertThat(metric("latent_originals_poisoned")).isOne();
        }
    }

    @Test
    void a_picture_whose_workers_were_killed_from_outside_may_be_tried_again() throws Exception {
        WorkerPool workers = workers(RenderDeadline.of(LONG));
        try (RenderPool pool = pool(workers)) {
            assertThat(endOfRenderUnderSignals("KILL", workers, pool).reason()).isEqualTo(Reason.NO_ROOM);
            waitForDeaths("killed", 2);
            assertThat(pool.render(quick())).isNotEmpty();
        }
    }

    @Test
    void a_worker_that_was_stopped_for_longer_than_its_processor_time_finishes_its_render() throws Exception {
        Duration processorTime = Duration.ofSeconds(3);
        WorkerPool workers = workers(new RenderDeadline(processorTime, LONG));
        try (RenderPool pool = pool(workers);
                ExecutorService visitor = Executors.newSingleThreadExecutor()) {
            signal("STOP", workers);
            Future<byte[]> render = visitor.submit(() -> pool.render(quick()));
            TimeUnit.MILLISECONDS.sleep(processorTime.plusMillis(500).toMillis());
            assertThat(render.isDone()).isFalse();
            signal("CONT", workers);
            assertThat(render.get()).isNotEmpty();
            assertThat(died("deadline")).isZero();
        }
    }

    @Test
    void a_worker_that_never_goes_on_is_ended_by_the_clock_and_its_rendition_may_be_tried_again() throws Exception {
        Duration time = Duration.ofSeconds(10);
        WorkerPool workers = workers(new RenderDeadline(time, time));
        try (RenderPool pool = pool(workers)) {
            signal("STOP", workers);
            refuses(pool, quick(), Reason.NO_ROOM, "too busy");
            waitForDeaths("deadline", 1);
            workers.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            Eventually.until("it is rendered by a new worker", () -> isRendered(pool));
        }
    }

    @Test
    void a_rendition_for_which_a_worker_gets_no_memory_says_nothing_of_its_original() {
        WorkerSettings narrow = new WorkerSettings(1, RenderDeadline.of(LONG), 60L << 20, 1L << 30, LONG);
        try (RenderPool pool = pool(WorkersHere.orSkip(narrow, RenderSettings.DEFAULT, meters))) {
            assertThatThrownBy(() -> pool.render(slow())).isInstanceOf(Refusal.class);
            assertThat(pool.render(quick())).isNotEmpty();
            assertThat(metric("latent_originals_poisoned")).isZero();
        }
    }

    @Test
    void workers_that_are_ready_and_that_were_started_are_counted() throws Exception {
        WorkerPool workers = workers(RenderDeadline.of(LONG));
        try (RenderPool pool = pool(workers)) {
            assertThat(pool.render(quick())).isNotEmpty();
            Eventually.until("both are alive", () -> metric("latent_workers_alive") == 2);
            assertThat(metric("latent_workers_started_total")).isEqualTo(2);
        }
    }

    /** False where no worker is ready in time, or the render itself is not. */
    private static boolean isRendered(RenderPool pool) {
        try {
            return pool.render(quick()).length > 0;
        } catch (Refusal refusal) {
            assertThat(refusal.reason()).isEqualTo(Reason.NO_ROOM);
            return false;
        }
    }

    private WorkerPool workers(RenderDeadline deadline) {
        return WorkersHere.orSkip(WorkersHere.settings(1, deadline), RenderSettings.DEFAULT, meters);
    }

    private RenderPool pool(WorkerPool workers) {
        return new RenderPool(workers, 1, workers.deadline().plusWallTime(LONG), meters);
    }

    /** Sends the signal to every worker until the render has ended with a refusal; with longer and longer pauses, so that a slow machine starts one. */
    private static Refusal endOfRenderUnderSignals(String signal, WorkerPool workers, RenderPool pool)
            throws Exception {
        try (ExecutorService visitor = Executors.newSingleThreadExecutor()) {
            Future<Refusal> render = visitor.submit(() -> {
                try {
                    pool.render(slow());
                    throw new AssertionError("rendered");
                } catch (Refusal refusal) {
                    return refusal;
                }
            });
            for (int pause = 50; !render.isDone(); pause *= 2) {
                signal(signal, workers);
                waitFor(pause, render);
            }
            return render.get();
        }
    }

    /** Waits for its end, so long at most. */
    private static void waitFor(int millis, Future<?> render) throws Exception {
        for (int waited = 0; waited < millis && !render.isDone(); waited += 50) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void signal(String signal, WorkerPool workers) throws Exception {
        for (long pid : workers.pids()) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        }
    }

    private static void refuses(RenderPool pool, RenderJob job, Reason reason, String sentence) {
        assertThatThrownBy(() -> pool.render(job)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.sentence()).contains(sentence);
        });
    }

    /** A death is counted by the thread that notices it first, which need not be the one that answers. */
    private void waitForDeaths(String reason, int atLeast) throws Exception {
        Eventually.until(atLeast + " workers have died: " + reason, () -> died(reason) >= atLeast);
    }

    private double died(String reason) {
        return metric("latent_workers_died_total{reason=\"" + reason + "\"}");
    }

    /** Its value; 0 where it has not been published. */
    private double metric(String name) {
        return MetricSamples.value(meters.scrape(), name);
    }

    /** Takes far longer than any test waits. */
    private static RenderJob slow() {
        return job(Transformation.of(new RequestedSize(6000, 0), ImageFormat.AVIF, new Enlarge()));
    }

    private static RenderJob quick() {
        return job(Transformation.of(new RequestedSize(120, 120), ImageFormat.JPEG));
    }

    private static RenderJob job(Transformation asked) {
        ImageHeader header = Headers.still(ImageFormat.JPEG, SIZE);
        return RenderJob.of(ORIGINAL, header, asked);
    }
}
