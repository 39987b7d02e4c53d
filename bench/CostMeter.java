import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import latent.key.WatermarkName;
import latent.render.SourceFile;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;

/**
 * CPU time and memory of one render: of the portable engine, the time of the thread that it runs on; of libvips, user and system time of the
 * worker process with all its threads, and the most memory that it had on top of what it had before.
 */
final class CostMeter {
    private static final Duration ENOUGH = Duration.ofMillis(150);
    private static final int MOST_ROUNDS = 8;

    /** What a render took; memory is 0 where it cannot be told. */
    record Measured(double cpuSeconds, long peakBytes) {}

    private final Engine engine;
    private final boolean inWorkers;
    private final SourceFile<byte[]> watermark;

    CostMeter(Engine engine, boolean inWorkers) throws IOException {
        this.engine = engine;
        this.inWorkers = inWorkers;
        byte[] mark = watermark();
        this.watermark = new SourceFile<>(
                mark, new HeaderGate(Limits.DEFAULT).admit(mark, mark.length).orElseThrow());
    }

    /** Empty where the engine refused, or the worker was another one afterwards. */
    Optional<Measured> measure(CostSamples.Sample sample) {
        RenderJob job = new RenderJob(
                new SourceFile<>(sample.original(), sample.header()),
                sample.key().transformation(),
                sample.key().transformation().find(WatermarkName.class).map(name -> watermark));
        try {
            List<Long> before = workers();
            long resting = startPeak(before);
            double total = 0;
            int rounds = 0;
            while (rounds < MOST_ROUNDS && total < ENOUGH.toNanos() / 1e9) {
                double start = cpuSeconds();
                engine.render(job);
                total += cpuSeconds() - start;
                rounds++;
            }
            long peak = peak(before) - resting;
            return workers().equals(before) ? Optional.of(new Measured(total / rounds, Math.max(0, peak))) : Optional.empty();
        } catch (Refusal refused) {
            return Optional.empty();
        } catch (IllegalStateException fault) {
            System.err.println(sample.key() + " of " + sample.header() + ": " + fault.getMessage());
            return Optional.empty();
        }
    }

    private double cpuSeconds() {
        if (!inWorkers) {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        }
        return ProcessHandle.current()
                .children()
                .mapToDouble(worker -> worker.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
                .sum();
    }

    private List<Long> workers() {
        return inWorkers ? ProcessHandle.current().children().map(ProcessHandle::pid).toList() : List.of();
    }

    /** Forgets the peak so far; see proc(5) on clear_refs. */
    private static long startPeak(List<Long> workers) {
        for (long pid : workers) {
            try {
                Files.writeString(Path.of("/proc/" + pid + "/clear_refs"), "5");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return peak(workers);
    }

    private static long peak(List<Long> workers) {
        long bytes = 0;
        for (long pid : workers) {
            try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
                bytes += lines.filter(line -> line.startsWith("VmHWM"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                        .sum();
            } catch (IOException gone) {
                return 0;
            }
        }
        return bytes;
    }

    private static byte[] watermark() throws IOException {
        BufferedImage mark = new BufferedImage(400, 200, BufferedImage.TYPE_INT_ARGB);
        var canvas = mark.createGraphics();
        canvas.setColor(new Color(255, 255, 255, 128));
        canvas.fillOval(20, 20, 360, 160);
        canvas.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(mark, "png", file);
        return file.toByteArray();
    }
}
