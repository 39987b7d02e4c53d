package latent.spark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.spark.sql.SparkSession;

/** Shows one line of progress, and updates it each second until it is closed. */
final class ProgressLine implements AutoCloseable {
    private static final int BAR = 24;

    private final RunningTasks running = new RunningTasks();
    private final SparkSession spark;
    private final BiFunction<RunningTasks, Duration, String> line;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-progress").factory());

    private Runnable stop = () -> {};

    private ProgressLine(SparkSession spark, BiFunction<RunningTasks, Duration, String> line, PrintStream out) {
        this.spark = spark;
        this.line = line;
        this.out = out;
    }

    /** @param line what it says of the tasks that run, after this time */
    static ProgressLine show(SparkSession spark, BiFunction<RunningTasks, Duration, String> line, PrintStream out) {
        ProgressLine progress = new ProgressLine(spark, line, out);
        spark.sparkContext().addSparkListener(progress.running);
        progress.showEachSecond();
        return progress;
    }

    private void showEachSecond() {
        ScheduledFuture<?> shown = clock.scheduleAtFixedRate(this::print, 1, 1, TimeUnit.SECONDS);
        stop = () -> shown.cancel(false);
    }

    private void print() {
        out.print("\r" + line.apply(running, Duration.ofNanos(System.nanoTime() - start)));
        out.flush();
    }

    /** {@code [####----] 1,000 of 2,000, 10.0 a second, 0:01:40 left}. */
    static String bar(long done, long asked, Duration time) {
        double rate = done / Math.max(time.toMillis() / 1000.0, 0.001);
        int filled = asked > 0 ? (int) (BAR * done / asked) : BAR;
        return String.format(
                Locale.ROOT,
                "[%s%s] %,d of %,d, %.1f a second, %s left",
                "#".repeat(filled),
                "-".repeat(BAR - filled),
                done,
                asked,
                rate,
                done > 0 ? time((long) ((asked - done) / rate)) : "?");
    }

    private static String time(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void close() {
        stop.run();
        clock.shutdownNow();
        spark.sparkContext().removeSparkListener(running);
        print();
        out.println();
    }
}
