import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;

/**
 * Renders photographs with our engines and with sharp in one run, engine by engine in turn, and prints medians, ratios, bytes and SSIM. See
 * bench/engine for how to run it.
 */
public class EngineBench {
    private record Size(String name, int width, int height) {}

    private static final List<Size> SIZES =
            List.of(new Size("320w", 320, 0), new Size("600x400", 600, 400), new Size("1280w", 1280, 0));

    private final Contenders contenders;
    private final NodeScript sharp;
    private final Path out;
    private final int rounds;
    private final Scores scores = new Scores();

    private EngineBench(Contenders contenders, NodeScript sharp, Path out, int rounds) {
        this.contenders = contenders;
        this.sharp = sharp;
        this.out = out;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of("target", "bench"));
        try (Contenders contenders = new Contenders(Path.of(args[0]), work);
                NodeScript sharp = NodeScript.sharp()) {
            EngineBench bench = new EngineBench(contenders, sharp, work.resolve("sharp.out"), Integer.parseInt(args[3]));
            contenders.titles().forEach(System.out::println);
            System.out.printf(
                    "%-36s %-8s %-8s %7s | %s%n",
                    "original", "size", "as", "sharp", "each engine: ms, speed against sharp (x2: two at a time), bytes %, SSIM difference");
            for (Path file : Originals.of(Path.of(args[1]), Integer.parseInt(args[2]), work, sharp)) {
                bench.original(file);
            }
            bench.scores.print();
        }
    }

    private void original(Path file) throws Exception {
        byte[] original = Files.readAllBytes(file);
        byte[] decoded;
        try {
            decoded = FullDecode.decode(contenders.vips(), original);
        } catch (Refusal no) {
            System.out.println(file.getFileName() + ": " + no.sentence());
            return;
        }
        for (Size size : SIZES) {
            FullDecode similarity = new FullDecode(contenders.vips(), decoded, size.width, size.height);
            for (Output output : Output.values()) {
                measure(file, original, size, output, similarity);
            }
        }
    }

    private void measure(Path file, byte[] original, Size size, Output output, FullDecode similarity) throws Exception {
        RenderJob job = output.job(original, size.width, size.height);
        Map<String, Engine> engines = contenders.writing(output);
        Map<String, double[][]> ours = new LinkedHashMap<>();
        engines.keySet().forEach(name -> ours.put(name, new double[2][rounds]));
        Map<String, byte[]> files = new LinkedHashMap<>();
        double[][] theirs = new double[2][rounds];
        for (int round = -1; round < rounds; round++) { // the first is for warmth
            for (int at = 0; at < 2; at++) {
                double ms = sharp.measure(output.question(file.toString(), out.toString(), size.width, size.height, at + 1));
                theirs[at][Math.max(0, round)] = ms;
                for (var engine : engines.entrySet()) {
                    long start = System.nanoTime();
                    files.put(engine.getKey(), contenders.render(engine.getValue(), job, at + 1));
                    ours.get(engine.getKey())[at][Math.max(0, round)] = (System.nanoTime() - start) / 1e6 / (at + 1);
                }
            }
        }
        byte[] sharps = Files.readAllBytes(out);
        double sharpsLikeness = similarity.of(sharps);
        StringBuilder line = new StringBuilder("%-36s %-8s %-8s %7.1f |"
                .formatted(file.getFileName(), size.name, output.title, Scores.median(theirs[0])));
        for (String name : engines.keySet()) {
            double one = Scores.medianRatio(theirs[0], ours.get(name)[0]);
            double two = Scores.medianRatio(theirs[1], ours.get(name)[1]);
            double bytes = 100.0 * files.get(name).length / sharps.length;
            double difference = similarity.of(files.get(name)) - sharpsLikeness;
            line.append(" %s %.1f %.2fx x2 %.2fx %.1f%% %+.4f;"
                    .formatted(name, Scores.median(ours.get(name)[0]), one, two, bytes, difference));
            scores.speed(name + " " + output.title, one);
            scores.speed(name + " " + output.title + " x2", two);
            scores.file(name + " " + output.title, bytes, difference);
        }
        System.out.println(line);
    }
}
