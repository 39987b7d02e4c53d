import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import latent.metrics.Meters;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.key.RequestedSize;
import latent.key.Fit;
import latent.key.Transformation;
import latent.render.Engine;
import latent.render.RenderJob;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import latent.render.vips.LibvipsFinder;
import latent.render.vips.VipsEngine;
import latent.render.RenderSettings;
import latent.render.worker.AotCache;
import latent.render.worker.WorkerPool;
import latent.render.worker.WorkerSettings;

/**
 * The price of isolation: the same render with libvips in this process and in a render worker, in turn, one and two at a time. The price is the
 * median over the rounds of the ratio within a round, because the machine may be busy with other things. See bench/isolation for how to run it.
 */
public class IsolationBench {
    private static final HeaderGate GATE = new HeaderGate(new Limits(200L << 20, 100_000_000));
    private static final int THREADS = 2;
    private static final int TWELVE_MEGAPIXELS = 4032 * 3024;
    private static final float CAMERA_QUALITY = 0.95f;
    private static final int[] AT_A_TIME = {1, 2};

    private record Subject(String name, byte[] file) {}

    private final Engine within;
    private final Engine workers;
    private final int rounds;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Map<Engine, Duration> used = new HashMap<>();
    private final List<List<Double>> ratios = List.of(new ArrayList<>(), new ArrayList<>());

    private IsolationBench(Path program, int rounds) throws IOException {
        this.rounds = rounds;
        Path library = LibvipsFinder.find(Optional.empty(), program).orElseThrow();
        Path work = Files.createDirectories(Path.of("target", "bench"));
        within = new VipsEngine(library, RenderSettings.DEFAULT);
        workers = new WorkerPool(
                program,
                library,
                RenderSettings.DEFAULT,
                WorkerSettings.of(THREADS),
                AotCache.of(program, library, work),
                new Meters());
    }

    public static void main(String[] args) throws Exception {
        IsolationBench bench = new IsolationBench(Path.of(args[0]), Integer.parseInt(args[2]));
        System.out.printf("%-40s %6s  one at a time: ms within, ms in a worker, more; two at a time%n", "to 600x400", "MB");
        for (Subject subject : bench.subjects(Path.of(args[1]))) {
            bench.measure(subject);
        }
        for (int i = 0; i < AT_A_TIME.length; i++) {
            System.out.printf(
                    "Isolation costs %+.1f %% at %d at a time (median of %d rounds).%n",
                    100 * (median(bench.ratios.get(i)) - 1), AT_A_TIME[i], bench.ratios.get(i).size());
        }
        System.out.printf(
                "It costs %+.1f %% of processor time, warming included.%n",
                100.0 * bench.used.get(bench.workers).toMillis() / bench.used.get(bench.within).toMillis() - 100);
        bench.close();
    }

    /** As a telephone would have taken them: 4032x3024, and hardly compressed. */
    private List<Subject> subjects(Path from) throws IOException {
        if (Files.isRegularFile(from)) {
            return List.of(new Subject(from.getFileName().toString(), Files.readAllBytes(from)));
        }
        List<Path> photographs;
        try (var files = Files.list(from)) {
            photographs = files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        }
        List<Subject> subjects = new ArrayList<>();
        for (Path photograph : photographs) {
            byte[] file = Files.readAllBytes(photograph);
            if (header(file).stored().pixels() >= TWELVE_MEGAPIXELS) {
                byte[] pixels = within.render(job(file, ImageFormat.PNG, new RequestedSize(4032, 3024), Fit.FILL));
                subjects.add(new Subject(photograph.getFileName().toString(), baseline(pixels)));
            }
        }
        return subjects;
    }

    /** ImageIO's JPEG, because our own are progressive, and cameras' are not. */
    private static byte[] baseline(byte[] png) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(CAMERA_QUALITY);
        try (var out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(ImageIO.read(new ByteArrayInputStream(png)), null, null), how);
        }
        writer.dispose();
        return file.toByteArray();
    }

    private void measure(Subject subject) throws Exception {
        RenderJob job = job(subject.file, ImageFormat.JPEG, new RequestedSize(600, 400), Fit.FIT);
        StringBuilder line = new StringBuilder("%-40s %6.2f ".formatted(subject.name, subject.file.length / 1e6));
        for (int i = 0; i < AT_A_TIME.length; i++) {
            List<Double> inside = new ArrayList<>();
            List<Double> outside = new ArrayList<>();
            List<Double> more = new ArrayList<>();
            for (int round = -3; round < rounds; round++) { // the first few are for warmth
                boolean workersFirst = (round & 1) == 0;
                double first = millis(workersFirst ? workers : within, job, AT_A_TIME[i]);
                double second = millis(workersFirst ? within : workers, job, AT_A_TIME[i]);
                if (round >= 0) {
                    outside.add(workersFirst ? first : second);
                    inside.add(workersFirst ? second : first);
                    more.add(outside.getLast() / inside.getLast());
                }
            }
            ratios.get(i).addAll(more);
            line.append(" %6.1f %6.1f %+5.1f %%;".formatted(median(inside), median(outside), 100 * (median(more) - 1)));
        }
        System.out.println(line);
    }

    private double millis(Engine engine, RenderJob job, int atATime) throws Exception {
        Duration cpuBefore = cpu();
        long start = System.nanoTime();
        List<Future<byte[]>> renders = new ArrayList<>();
        for (int i = 0; i < atATime; i++) {
            renders.add(threads.submit(() -> engine.render(job)));
        }
        for (Future<byte[]> render : renders) {
            render.get();
        }
        double millis = (System.nanoTime() - start) / 1e6;
        used.merge(engine, cpu().minus(cpuBefore), Duration::plus);
        return millis;
    }

    /** What this process and the workers have computed so far, to a hundredth of a second. */
    private static Duration cpu() {
        return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().children())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        within.close();
        workers.close();
    }

    private static ImageHeader header(byte[] file) {
        return GATE.admit(file, file.length).orElseThrow();
    }

    private static RenderJob job(byte[] original, ImageFormat format, RequestedSize box, Fit fit) {
        return RenderJob.of(
                original,
                header(original),
                Transformation.of(box, format, fit));
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).toArray();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
