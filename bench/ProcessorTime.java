import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Processor time of a process and of all that it starts, those that end meanwhile included. Linux only. */
final class ProcessorTime implements AutoCloseable {
    private static final double TICKS_A_SECOND = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Map<Long, Double> seconds = new ConcurrentHashMap<>();
    private final ProcessHandle root;
    private volatile boolean closed;

    ProcessorTime(ProcessHandle root) {
        this.root = root;
        Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        while (!closed) {
            look();
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void look() {
        Stream.concat(Stream.of(root), root.descendants()).forEach(one -> {
            double now = of(one);
            seconds.merge(one.pid(), now, Math::max);
        });
    }

    /** User and system time in seconds; what ended lacks its last instant. */
    double seconds() {
        if (root.isAlive()) {
            look();
        }
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double of(ProcessHandle one) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(one.pid()), "stat"));
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(words[11]) + Long.parseLong(words[12])) / TICKS_A_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
