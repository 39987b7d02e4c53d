import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders each picture of a folder on both engines and compares with what another decoder shows. See bench/pictures. */
public class PictureComparison {
    private static final double LEVELS = 3;

    private final Process decoder;
    private final PrintStream questions;
    private final BufferedReader answers;
    private final CommandLine commandLine = new CommandLine();
    private final Path rendition = Files.createTempFile("rendition", ".png");
    private final Map<String, Integer> counts = new TreeMap<>();

    private PictureComparison() throws Exception {
        decoder = new ProcessBuilder("node", "bench/decode.js")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        questions = new PrintStream(decoder.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = decoder.inputReader(StandardCharsets.UTF_8);
    }

    /** A folder, and a table of labels where there is one. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Map<String, String> labels = args.length > 1 ? labels(Path.of(args[1])) : Map.of();
        PictureComparison comparison = new PictureComparison();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        PrintStream errors = System.err;
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            comparison.compare(file, name, labels.getOrDefault(name, "valid"));
        }
        System.setErr(errors);
        comparison.counts.forEach((what, count) -> System.out.println(count + "\t" + what));
        comparison.decoder.destroy();
        System.exit(0); // the engines' threads need not be waited for
    }

    private static Map<String, String> labels(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table, StandardCharsets.ISO_8859_1);
        List<String> columns = List.of(lines.getFirst().split("\t"));
        Map<String, String> labels = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split("\t", -1);
            boolean agreed = words[columns.indexOf("decoders_agree")].equals("yes");
            labels.put(
                    words[columns.indexOf("path")], words[columns.indexOf("expected")] + (agreed ? "" : ", decoders differ"));
        }
        return labels;
    }

    private void compare(Path file, String name, String label) throws Exception {
        questions.println(file);
        String other = answers.readLine();
        if (other == null) {
            throw new IOException("the decoder ended at " + name);
        }
        boolean shownElsewhere = !other.startsWith("refused");
        for (String engine : List.of("vips", "imgscalr")) {
            String refusal = render(engine, file);
            boolean shown = refusal.isEmpty();
            if (shown && shownElsewhere) {
                compare(engine, name, label, DecodedPicture.of(rendition), DecodedPicture.of(other));
            } else if (shown) {
                count(engine, label, "shown by us only", name + "\t" + other);
            } else if (shownElsewhere) {
                count(engine, label, "refused by us only: " + kind(refusal), name + "\t" + refusal);
            } else {
                count(engine, label, "refused by both", "");
            }
        }
    }

    private void compare(String engine, String name, String label, DecodedPicture ours, DecodedPicture other) {
        if (!ours.hasSizeOf(other)) {
            String sizes = "\t%dx%d, the other %dx%d".formatted(ours.width(), ours.height(), other.width(), other.height());
            count(engine, label, "ANOTHER SIZE", name + sizes);
            return;
        }
        double difference = ours.meanDifference(other);
        boolean same = difference <= LEVELS;
        count(engine, label, same ? "same" : "OTHER COLOURS", same ? "" : name + "\t%.1f levels".formatted(difference));
    }

    private void count(String engine, String label, String what, String line) {
        counts.merge(engine + "\t" + label + "\t" + what, 1, Integer::sum);
        if (!line.isEmpty()) {
            System.out.println(engine + "\t" + label + "\t" + what + "\t" + line);
        }
    }

    /** A refusal without its numbers and quoted words: what many files share. */
    private static String kind(String refusal) {
        return refusal.replaceAll("[0-9][0-9,.]*", "N").replaceAll("\\(.*?\\)", "()");
    }

    /** The sentence of the refusal, or nothing when there is a rendition. */
    private String render(String engine, Path file) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        int exit = commandLine.run(
            "render", "--set", "render.engine=" + engine, "--set", "render.isolation=none",
            file.toString(), "x_160_160.png", rendition.toString());
        String sentence = said.toString(StandardCharsets.UTF_8).strip();
        return exit == 0 ? "" : sentence.isEmpty() ? "exit " + exit : sentence.lines().toList().getLast();
    }
}
