package latent.render.worker;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Lines about workers, at most one a second for each kind; those between are counted and told with the next. Thread-safe. */
final class CountedLog {
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Consumer<String> out;
    private final Ticker clock;
    private final Map<DeathCause, Line> lines = new EnumMap<>(DeathCause.class);

    private static final class Line {
        private long writtenNanos;
        private int untold;
        private String last = "";
    }

    /** @param out where a line goes */
    CountedLog(Consumer<String> out, Ticker clock) {
        this.out = out;
        this.clock = clock;
    }

    synchronized void add(DeathCause kind, String sentence) {
        Line line = lines.get(kind);
        if (line == null) {
            line = new Line();
            line.writtenNanos = clock.read() - PAUSE_NANOS;
            lines.put(kind, line);
        }
        line.untold++;
        line.last = sentence;
        tell(line);
    }

    /** To be called about once a second, so that the last ones of a series are told too. */
    synchronized void flush() {
        lines.values().forEach(this::tell);
    }

    private void tell(Line line) {
        if (line.untold > 0 && clock.read() - line.writtenNanos >= PAUSE_NANOS) {
            String more = line.untold == 1 ? "" : " (" + line.untold + " of this kind since the last such line)";
            out.accept(line.last + more);
            line.untold = 0;
            line.writtenNanos = clock.read();
        }
    }
}
