import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A service that makes renditions, as a tree of processes: where it listens, what it has used, what it holds. Linux only. */
final class MeasuredService implements AutoCloseable {
    private static final String DECODES = "latent_decodes_total{from=\"file\"} ";

    private final Process process;
    private final DelayingProxy s3;
    private final URI url;
    private final ProcessorTime time;
    private volatile long peakKib;

    private MeasuredService(Process process, DelayingProxy s3, int port) {
        this.process = process;
        this.s3 = s3;
        this.url = URI.create("http://127.0.0.1:" + port);
        this.time = new ProcessorTime(process.toHandle());
        Thread.ofVirtual().start(this::watchMemory);
    }

    /** Starts a program that prints "on port N" when it listens; what it says else goes to a log. */
    static MeasuredService start(ProcessBuilder program, Map<String, String> environment, DelayingProxy s3, Path log) throws IOException {
        program.environment().putAll(environment);
        Process process = program.redirectError(log.toFile()).start();
        String line = process.inputReader().lines().filter(text -> text.contains("on port")).findFirst().orElseThrow(
                () -> new IOException("it did not start: see " + log));
        return new MeasuredService(process, s3, Integer.parseInt(line.replaceAll(".*on port ([0-9]+).*", "$1")));
    }

    URI url() {
        return url;
    }

    /** The S3 that only this service asks. */
    DelayingProxy s3() {
        return s3;
    }

    /** User and system time of all its processes, those that have ended included, in seconds. */
    double cpuSeconds() {
        return time.seconds();
    }

    /** How many renditions began with decoding a file, as the service counts them; not a number where it does not. */
    double decodes() throws IOException {
        HttpURLConnection metrics = (HttpURLConnection) url.resolve("/-/metrics").toURL().openConnection();
        if (metrics.getResponseCode() != 200) {
            return Double.NaN;
        }
        try (InputStream text = metrics.getInputStream()) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.startsWith(DECODES))
                    .mapToDouble(line -> Double.parseDouble(line.substring(DECODES.length())))
                    .sum();
        }
    }

    /** The largest sum of resident memory that was seen, in mebibytes; what several of its processes share is counted once. */
    double peakMebibytes() {
        return peakKib / 1024.0;
    }

    private Stream<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    private void watchMemory() {
        while (process.isAlive()) {
            peakKib = Math.max(peakKib, tree().mapToLong(MeasuredService::proportionalKib).sum());
            try {
                Thread.sleep(Duration.ofMillis(500));
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private static long proportionalKib(ProcessHandle one) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(one.pid()), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException gone) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        time.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
        s3.close();
    }
}
