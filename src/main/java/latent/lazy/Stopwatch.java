package latent.lazy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import latent.metrics.Meters;

/** Measures the stages of one request, for {@code Server-Timing}, metrics and traces. Not thread-safe. */
final class Stopwatch {
    private final LongSupplier nanoTime;
    private final Meters meters;
    private final Map<Stage, Duration> stages = new EnumMap<>(Stage.class);

    Stopwatch(LongSupplier nanoTime, Meters meters) {
        this.nanoTime = nanoTime;
        this.meters = meters;
    }

    <T> T time(Stage stage, Supplier<T> work) {
        long start = nanoTime.getAsLong();
        try {
            return meters.tracing().within(stage.label(), work);
        } finally {
            Duration took = Duration.ofNanos(nanoTime.getAsLong() - start);
            stages.merge(stage, took, Duration::plus);
            meters.staged(stage.label(), took);
        }
    }

    Duration of(Stage stage) {
        return stages.getOrDefault(stage, Duration.ZERO);
    }

    Map<Stage, Duration> stages() {
        return Map.copyOf(stages);
    }
}
