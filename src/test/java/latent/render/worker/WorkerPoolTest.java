package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.kit.BesideOtherClasses;
import latent.kit.Eventually;
import latent.metrics.Meters;
import latent.pictures.Encoded;
import latent.pictures.Headers;
import latent.pictures.Pictures;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.EngineUnavailable;
import latent.render.RenderJob;
import latent.render.RenderSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of render workers, tried on real processes with real signals. */
@BesideOtherClasses
class WorkerPoolTest {
    private static final int KILLS = Integer.getInteger("latent.worker.kills", 20);
    private static final int PERMITS = 2;
    private static final PixelSize SIZE = new PixelSize(600, 400);
    private static final byte[] PHOTOGRAPH = Encoded.jpeg(Pictures.clouds(SIZE.width(), SIZE.height()));

    private static WorkerPool pool;

    @BeforeAll
    static void start() {
        pool = WorkersHere.orSkip(WorkersHere.settings(PERMITS, Duration.ofMinutes(2)));
    }

    @AfterAll
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void a_worker_renders_what_the_engine_in_process_would() {
        assertThat(Encoded.read(pool.render(job(PHOTOGRAPH))).getWidth()).isEqualTo(120);
    }

    @Test
    void a_worker_is_seen_in_the_process_table_as_such() throws IOException {
        for (ProcessHandle worker : workers()) {
            Path comm = Path.of("/proc", Long.toString(worker.pid()), "comm");
            assertThat(Files.readString(comm).strip()).isEqualTo("render-worker");
        }
    }

    @Test
    void a_worker_has_no_environment_variables_and_is_sandboxed() throws IOException {
        assertThat(pool.name()).contains("memory", "network", "programs", "files");
        for (ProcessHandle worker : workers()) {
            String environment = Files.readString(Path.of("/proc", Long.toString(worker.pid()), "environ"));
            assertThat(environment).doesNotContain("AWS", "HOME", "PATH=");
            assertThat(Files.readString(Path.of("/proc", Long.toString(worker.pid()), "status")))
                    .contains("NoNewPrivs:\t1", "Seccomp:\t2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEGV", "KILL"})
    void kills_under_load_cost_nobody_an_answer(String signal) throws Exception {
        AtomicBoolean more = new AtomicBoolean(true);
        List<Long> replacedMillis = new ArrayList<>();
        try (ExecutorService visitors = Executors.newFixedThreadPool(2)) {
            List<Future<int[]>> tallies = Stream.of(1, 2)
                    .map(visitor -> visitors.submit(() -> visit(more)))
                    .toList();
            Random random = new Random(11);
            for (int i = 0; i < KILLS; i++) {
                replacedMillis.add(killOne(signal, random));
            }
            more.set(false);
            int rendered = 0;
            int refused = 0;
            for (Future<int[]> tally : tallies) {
                rendered += tally.get()[0];
                refused += tally.get()[1];
            }
            Collections.sort(replacedMillis);
            System.out.printf(
                    "%d x SIG%s: %d rendered, %d refused, replaced in %d ms (median), %d ms (99th percentile)%n",
                    KILLS,
                    signal,
                    rendered,
                    refused,
                    replacedMillis.get(KILLS / 2),
                    replacedMillis.get((KILLS * 99 - 1) / 100));
            assertThat(rendered).isPositive();
            assertThat(refused).isLessThanOrEqualTo(KILLS);
        }
        assertThat(pool.render(job(PHOTOGRAPH))).isNotEmpty();
    }

    /** Renders until told to stop, a picture of its own each time, so that no crash counts against the original of another. */
    private static int[] visit(AtomicBoolean more) {
        int[] tally = new int[2];
        for (int i = 0; more.get(); i++) {
            byte[] picture =
                    Encoded.withComment(PHOTOGRAPH, Thread.currentThread().threadId() + "/" + i);
            try {
                assertThat(pool.render(job(picture))).isNotEmpty();
                tally[0]++;
            } catch (Refusal refusal) {
                tally[1]++;
            }
        }
        return tally;
    }

    /** Kills one worker; how long from then on there were fewer than renders at a time. Ends when the spare is back too. */
    private static long killOne(String signal, Random random) throws Exception {
        List<ProcessHandle> before = workers();
        ProcessHandle victim = before.get(random.nextInt(before.size()));
        new ProcessBuilder("kill", "-" + signal, Long.toString(victim.pid()))
                .start()
                .waitFor();
        long start = System.nanoTime();
        victim.onExit().get();
        await(PERMITS);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        await(PERMITS + 1);
        return millis;
    }

    @Test
    void the_spare_worker_ends_when_there_is_no_work_for_a_while_and_comes_back_with_the_work() throws Exception {
        try (WorkerPool quiet = WorkersHere.orSkip(WorkersHere.settings(1, Duration.ofMinutes(2)))) {
            assertThat(quiet.render(job(PHOTOGRAPH))).isNotEmpty();
            Eventually.until("both are there", () -> quiet.pids().size() == 2);
            Eventually.until("the spare one has gone", () -> quiet.pids().size() == 1);
            assertThat(quiet.render(job(PHOTOGRAPH))).isNotEmpty();
            Eventually.until("it is back", () -> quiet.pids().size() == 2);
        }
    }

    private static void await(int workers) throws Exception {
        Eventually.until(workers + " workers are there", () -> pool.pids().size() >= workers);
    }

    private static void refusesThePicture(Throwable thrown) {
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(Reason.NOT_A_PICTURE));
    }

    @Test
    void without_a_library_the_pool_does_not_start_and_says_why() {
        assertThatThrownBy(() -> new WorkerPool(
                        Path.of("target", "classes"),
                        Path.of("nowhere.so"),
                        RenderSettings.DEFAULT,
                        WorkerSettings.of(1),
                        Optional.empty(),
                        new Meters()))
                .isInstanceOf(EngineUnavailable.class)
                .hasMessageContaining("nowhere.so");
    }

    @Test
    void a_refusal_in_a_worker_reaches_the_caller() {
        byte[] torn = Encoded.cut(PHOTOGRAPH, 0.5);
        assertThatThrownBy(() -> pool.render(job(torn))).satisfies(WorkerPoolTest::refusesThePicture);
    }

    @Test
    void a_file_with_a_wrong_size_in_its_header_hits_the_worker_s_memory_limit() {
        byte[] plain = Encoded.png(Pictures.plain(20, 20, Color.RED));
        byte[] wide = claiming(plain, 60_000_000, 3);
        ImageHeader lie = Headers.still(ImageFormat.PNG, new PixelSize(20, 20));
        RenderJob bomb = RenderJob.of(wide, lie, small());
        assertThatThrownBy(() -> pool.render(bomb)).satisfies(WorkerPoolTest::refusesThePicture);
        assertThat(pool.render(job(PHOTOGRAPH))).isNotEmpty();
    }

    /** A PNG whose header says another size. */
    private static byte[] claiming(byte[] png, int width, int height) {
        ByteBuffer file = ByteBuffer.wrap(png.clone()).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(file.array(), 12, 17);
        return file.putInt(29, (int) crc.getValue()).array();
    }

    private static List<ProcessHandle> workers() {
        return ProcessHandle.allProcesses()
                .filter(process -> pool.pids().contains(process.pid()))
                .toList();
    }

    private static RenderJob job(byte[] jpeg) {
        return RenderJob.of(jpeg, Headers.still(ImageFormat.JPEG, SIZE), small());
    }

    private static Transformation small() {
        return Transformation.of(new RequestedSize(120, 120), ImageFormat.JPEG);
    }
}
