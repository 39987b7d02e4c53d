package latent.spark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import latent.plan.PlanReport;
import latent.spark.WarmCounters.Counted;
import latent.warm.WarmReceipt.Outcome;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** One line that is written anew each second: how much is done, how fast, what is left. Executors say every few seconds how far their tasks are. */
final class WarmProgress extends SparkListener implements AutoCloseable {
    private static final int BAR = 24;

    private final Map<Long, Map<String, Long>> running = new ConcurrentHashMap<>();
    private final SparkSession spark;
    private final WarmCounters counters;
    private final long asked;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("warm-progress").factory());

    private Runnable stop = () -> {};

    private WarmProgress(SparkSession spark, WarmCounters counters, long asked, PrintStream out) {
        this.spark = spark;
        this.counters = counters;
        this.asked = asked;
        this.out = out;
    }

    /** Shows it until it is closed. */
    static WarmProgress show(SparkSession spark, WarmCounters counters, long asked, PrintStream out) {
        WarmProgress progress = new WarmProgress(spark, counters, asked, out);
        spark.sparkContext().addSparkListener(progress);
        progress.showEachSecond();
        return progress;
    }

    private void showEachSecond() {
        ScheduledFuture<?> shown = clock.scheduleAtFixedRate(this::print, 1, 1, TimeUnit.SECONDS);
        stop = () -> shown.cancel(false);
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        CollectionConverters.asJava(update.accumUpdates()).forEach(task -> {
            Map<String, Long> said = new HashMap<>();
            CollectionConverters.asJava(task._4()).forEach(counter -> {
                if (counter.name().isDefined()
                        && counter.update().isDefined()
                        && counter.update().get() instanceof Long value) {
                    said.put(counter.name().get(), value);
                }
            });
            running.put((Long) task._1(), said);
        });
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        running.remove(end.taskInfo().taskId());
    }

    private void print() {
        Map<String, Long> sums = new HashMap<>();
        running.values().forEach(said -> said.forEach((name, value) -> sums.merge(name, value, Long::sum)));
        out.print("\r" + line(counters.counted(sums), asked, Duration.ofNanos(System.nanoTime() - start)));
        out.flush();
    }

    static String line(Counted counted, long asked, Duration time) {
        double seconds = Math.max(time.toMillis() / 1000.0, 0.001);
        long done = Math.min(counted.all(), asked);
        double rate = done / seconds;
        int filled = asked > 0 ? (int) (BAR * done / asked) : BAR;
        String left = done > 0 ? time((long) ((asked - done) / rate)) : "?";
        return String.format(
                Locale.ROOT,
                "[%s%s] %,d of %,d, %.1f a second, %s left, %s written, %,d failed, %,d refused ",
                "#".repeat(filled),
                "-".repeat(BAR - filled),
                done,
                asked,
                rate,
                left,
                PlanReport.bytes(counted.bytes()),
                counted.of(Outcome.FAILED),
                counted.of(Outcome.REFUSED));
    }

    private static String time(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void close() {
        stop.run();
        clock.shutdownNow();
        spark.sparkContext().removeSparkListener(this);
        print();
        out.println();
    }
}
