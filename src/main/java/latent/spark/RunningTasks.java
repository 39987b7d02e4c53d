package latent.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/** Sums of the counters of running tasks, as executors report them every few seconds; Spark's own sums have only completed tasks. Thread-safe. */
final class RunningTasks extends SparkListener {
    private final Map<Long, Map<String, Long>> running = new ConcurrentHashMap<>();

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

    /** The sums, by name of the counter. */
    Map<String, Long> sums() {
        Map<String, Long> sums = new HashMap<>();
        running.values().forEach(said -> said.forEach((name, value) -> sums.merge(name, value, Long::sum)));
        return sums;
    }
}
