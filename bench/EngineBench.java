import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import latent.image.ImageFormat;
import latent.image.PixelSize;
import latent.key.Adjustments;
import latent.key.Box;
import latent.key.Encoding;
import latent.key.Framing;
import latent.key.Quality;
import latent.key.Transformation;
import latent.render.Engine;
import latent.render.RenderJob;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import latent.render.imgscalr.ImgscalrEngine;
import latent.render.quality.Luma;
import latent.render.quality.Ssim;
import latent.render.vips.LibvipsFinder;
import latent.render.vips.VipsEngine;
import latent.render.vips.VipsSettings;
import latent.render.worker.AotCache;
import latent.render.worker.WorkerPool;
import latent.render.worker.WorkerSettings;

/**
 * Renders photographs with our engines and with sharp in one run, engine by engine in turn, and prints medians, ratios, bytes and SSIM. Ratios
 * are of times taken within the same round, because the machine may be busy with other things. See bench/engine for how to run it.
 */
public class EngineBench {
    private record Size(String name, int width, int height) {}

    private static final List<Size> SIZES =
            List.of(new Size("320w", 320, 0), new Size("600x400", 600, 400), new Size("1280w", 1280, 0));
    private static final Map<ImageFormat, Integer> QUALITIES = qualities();

    private static final HeaderGate GATE = new HeaderGate(new Limits(200L << 20, 100_000_000, 16_384, 500_000_000));
    private static final int THREADS = 2;

    private static Map<ImageFormat, Integer> qualities() {
        Map<ImageFormat, Integer> qualities = new LinkedHashMap<>();
        qualities.put(ImageFormat.JPEG, 80);
        qualities.put(ImageFormat.WEBP, 80);
        qualities.put(ImageFormat.AVIF, 50);
        return qualities;
    }

    private static final class Sums {
        final Map<String, List<Double>> ratios = new LinkedHashMap<>();
        final Map<String, List<Double>> bytes = new LinkedHashMap<>();
        final Map<String, List<Double>> likeness = new LinkedHashMap<>();

        static void add(Map<String, List<Double>> to, String name, double value) {
            to.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
    }

    private final Map<String, Engine> engines = new LinkedHashMap<>();
    private final Sharp sharp;
    private final Path work;
    private final int rounds;
    private final Sums sums = new Sums();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private EngineBench(Path program, Path work, int rounds) throws IOException {
        this.work = work;
        this.rounds = rounds;
        Path library = LibvipsFinder.find(Optional.empty(), program).orElseThrow();
        engines.put("vips", new VipsEngine(library, VipsSettings.DEFAULT));
        engines.put(
                "workers",
                new WorkerPool(
                        program,
                        library,
                        VipsSettings.DEFAULT,
                        WorkerSettings.of(THREADS),
                        AotCache.of(program, library, work)));
        engines.put("imgscalr", new ImgscalrEngine(80));
        sharp = new Sharp();
    }

    public static void main(String[] args) throws Exception {
        Path photographs = Path.of(args[1]);
        int most = Integer.parseInt(args[2]);
        int rounds = Integer.parseInt(args[3]);
        Path work = Files.createDirectories(Path.of("target", "bench"));
        EngineBench bench = new EngineBench(Path.of(args[0]), work, rounds);
        List<Path> files = bench.files(photographs, most);
        bench.engines.forEach((name, engine) -> System.out.println(name + ": " + engine.name()));
        System.out.printf(
                "%-36s %-8s %-5s %7s | %s%n", "original", "size", "as", "sharp", "each engine: ms, speed against sharp, bytes %, SSIM difference; x2 = two at a time");
        for (Path file : files) {
            try {
                bench.one(file);
            } catch (latent.refusal.Refusal no) {
                System.out.println(file.getFileName() + ": " + no.sentence());
            }
        }
        bench.summary();
        bench.close();
    }

    /** Some of the photographs, evenly picked, and the kinds made from the largest of them. */
    private List<Path> files(Path folder, int most) throws Exception {
        List<Path> all;
        try (var list = Files.list(folder)) {
            all = list.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
        }
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            files.add(all.get(i * all.size() / Math.min(most, all.size())));
        }
        Path largest = all.stream().max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length())).orElseThrow();
        sharp.ask("{\"file\":\"" + largest + "\",\"folder\":\"" + work + "\"}");
        try (var list = Files.list(work)) {
            list.filter(f -> f.getFileName().toString().startsWith("derived-")).sorted().forEach(files::add);
        }
        return files;
    }

    private void one(Path file) throws Exception {
        byte[] original = Files.readAllBytes(file);
        PixelSize size = GATE.admit(original, original.length).orElseThrow().upright();
        byte[] decoded = engines.get("vips").render(job(original, size.width(), size.height(), ImageFormat.PNG, 100));
        for (Size box : SIZES) {
            BufferedImage reference =
                    read(engines.get("vips").render(job(decoded, box.width(), box.height(), ImageFormat.PNG, 100)));
            for (var format : QUALITIES.entrySet()) {
                measure(file, original, box, format.getKey(), format.getValue(), luma(reference));
            }
        }
    }

    private void measure(Path file, byte[] original, Size box, ImageFormat format, int quality, Luma reference)
            throws Exception {
        RenderJob job = job(original, box.width(), box.height(), format, quality);
        Path out = work.resolve("sharp." + format.extension());
        String question =
                "{\"file\":\"%s\",\"width\":%d,\"height\":%d,\"format\":\"%s\",\"quality\":%d,\"out\":\"%s\",\"threads\":%%d}"
                        .formatted(file, box.width(), box.height(), format.extension(), quality, out);
        Map<String, double[][]> times = new LinkedHashMap<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        double[][] theirs = new double[2][rounds];
        List<String> able = engines.entrySet().stream()
                .filter(e -> e.getValue().repertoire().writes().contains(format))
                .map(Map.Entry::getKey)
                .toList();
        for (int round = -1; round < rounds; round++) { // the first is for warmth
            for (int at = 0; at <= 1; at++) {
                double ms = sharp.measure(question.formatted(at + 1));
                if (round >= 0) {
                    theirs[at][round] = ms;
                }
                for (String name : able) {
                    long start = System.nanoTime();
                    files.put(name, at == 0 ? engines.get(name).render(job) : both(engines.get(name), job));
                    if (round >= 0) {
                        times.computeIfAbsent(name, n -> new double[2][rounds])[at][round] =
                                (System.nanoTime() - start) / 1e6 / (at + 1);
                    }
                }
            }
        }
        byte[] sharps = Files.readAllBytes(out);
        double sharpLikeness = Ssim.of(reference, luma(read(asPng(sharps))));
        StringBuilder line = new StringBuilder("%-36s %-8s %-5s %7.1f |"
                .formatted(file.getFileName(), box.name(), format.extension(), median(theirs[0])));
        for (String name : able) {
            double[][] ours = times.get(name);
            double speed = median(ratio(theirs[0], ours[0]));
            double two = median(ratio(theirs[1], ours[1]));
            double bytes = 100.0 * files.get(name).length / sharps.length;
            double likeness = Ssim.of(reference, luma(read(asPng(files.get(name))))) - sharpLikeness;
            line.append(" %s %.1f %.2fx x2 %.2fx %.1f%% %+.4f;"
                    .formatted(name, median(ours[0]), speed, two, bytes, likeness));
            Sums.add(sums.ratios, name + " " + format.extension(), speed);
            Sums.add(sums.ratios, name + " " + format.extension() + " x2", two);
            Sums.add(sums.bytes, name + " " + format.extension(), bytes);
            Sums.add(sums.likeness, name + " " + format.extension(), likeness);
        }
        System.out.println(line);
    }

    private byte[] both(Engine engine, RenderJob job) throws Exception {
        Future<byte[]> other = threads.submit(() -> engine.render(job));
        byte[] file = engine.render(job);
        other.get();
        return file;
    }

    private void summary() {
        System.out.println();
        sums.ratios.forEach((name, ratios) -> System.out.printf(
                "%-20s speed against sharp: %.3fx geometric mean, %.2fx at worst, %d cases%n",
                name,
                Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(0)),
                ratios.stream().mapToDouble(r -> r).min().orElse(0),
                ratios.size()));
        sums.bytes.forEach((name, bytes) -> System.out.printf(
                "%-20s bytes: %.1f %% of sharp's on average, %.1f at most; SSIM %+.4f on average, %+.4f at worst%n",
                name,
                bytes.stream().mapToDouble(b -> b).average().orElse(0),
                bytes.stream().mapToDouble(b -> b).max().orElse(0),
                sums.likeness.get(name).stream().mapToDouble(l -> l).average().orElse(0),
                sums.likeness.get(name).stream().mapToDouble(l -> l).min().orElse(0)));
    }

    private void close() throws Exception {
        threads.shutdown();
        engines.values().forEach(Engine::close);
        sharp.close();
    }

    private static RenderJob job(byte[] original, int width, int height, ImageFormat format, int quality) {
        Encoding encoding = new Encoding(
                format,
                format == ImageFormat.PNG ? new Quality.Default() : new Quality.Fixed(quality),
                OptionalInt.empty(),
                false,
                false);
        return new RenderJob(
                original,
                GATE.admit(original, original.length).orElseThrow(),
                new Transformation(new Box(width, height), Framing.DEFAULT, Adjustments.NONE, encoding),
                Optional.empty());
    }

    private byte[] asPng(byte[] file) {
        PixelSize size = GATE.admit(file, file.length).orElseThrow().upright();
        return engines.get("vips").render(job(file, size.width(), size.height(), ImageFormat.PNG, 100));
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Luma luma(BufferedImage picture) {
        int width = picture.getWidth();
        byte[] samples = new byte[width * picture.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                samples[y * width + x] =
                        (byte) (((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000);
            }
        }
        return new Luma(new PixelSize(width, picture.getHeight()), samples);
    }

    private static double[] ratio(double[] a, double[] b) {
        double[] ratio = new double[a.length];
        Arrays.setAll(ratio, i -> a[i] / b[i]);
        return ratio;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The node process; its answers are small and flat, and are read as such. */
    private static final class Sharp {
        private final Process process;
        private final PrintStream questions;
        private final BufferedReader answers;

        Sharp() throws IOException {
            process = new ProcessBuilder("node", "bench/sharp.js")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
            answers = process.inputReader(StandardCharsets.UTF_8);
        }

        String ask(String line) throws IOException {
            questions.println(line);
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("sharp ended");
            }
            return answer;
        }

        double measure(String line) throws IOException {
            String answer = ask(line);
            return Double.parseDouble(answer.replaceAll(".*\"ms\":([0-9.]+).*", "$1"));
        }

        void close() throws Exception {
            questions.close();
            process.waitFor();
        }
    }
}
