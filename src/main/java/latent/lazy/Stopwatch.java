package latent.lazy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Times the stages of one request. Used by one thread. */
final class Stopwatch {
    private final LongSupplier nanoTime;
    private final Map<Stage, Duration> stages = new EnumMap<>(Stage.class);

    Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    <T> T time(Stage stage, Supplier<T> work) {
        long start = nanoTime.getAsLong();
        try {
            return work.get();
        } finally {
            stages.merge(stage, Duration.ofNanos(nanoTime.getAsLong() - start), Duration::plus);
        }
    }

    Duration of(Stage stage) {
        return stages.getOrDefault(stage, Duration.ZERO);
    }

    Map<Stage, Duration> stages() {
        return Map.copyOf(stages);
    }
}
