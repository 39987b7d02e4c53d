import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Renders each picture of a folder on both engines and compares with what other decoders show. See bench/pictures. */
public class PictureComparison {
    private static final double LEVELS = 3;
    private static final String FULL_SIZE = "x_4096_4096.png";

    private final NodeScript peer = NodeScript.decode();
    private final RenderInProcess command = new RenderInProcess();
    private final Path rendition = Files.createTempFile("rendition", ".png");
    private final List<PictureResult> results = new ArrayList<>();

    private PictureComparison() throws Exception {}

    /** A folder of pictures or the results of an earlier run; a table of labels or nothing; the reasons of known differences; where the report goes. */
    public static void main(String[] args) throws Exception {
        Path source = Path.of(args[0]);
        Labels labels = args[1].isEmpty() ? new Labels(Map.of()) : Labels.read(Path.of(args[1]));
        List<PictureResult> results = Files.isDirectory(source) ? run(source, labels) : PictureResult.read(source);
        PictureResult.write(results, Path.of("target", "pictures.tsv"));
        PictureReport report = new PictureReport(results, Reasons.read(Path.of(args[2])));
        report.print(System.out);
        if (!args[3].isEmpty()) {
            Files.writeString(Path.of(args[3]), report.markdown());
        }
        System.exit(report.unexplained().isEmpty() ? 0 : 1); // the engines' threads need not be waited for
    }

    private static List<PictureResult> run(Path folder, Labels labels) throws Exception {
        PictureComparison comparison = new PictureComparison();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        try (ChromiumJudge judge = new ChromiumJudge()) {
            for (Path file : files) {
                String name = folder.relativize(file).toString();
                if (labels.of(name).expected().startsWith("valid")) {
                    comparison.compare(file, name, labels.of(name), judge);
                }
            }
            Map<String, String> judgements = judge.answers();
            comparison.peer.close();
            return comparison.results.stream()
                    .map(result -> result.judged(judgements.getOrDefault(result.id(), "")))
                    .toList();
        }
    }

    private void compare(Path file, String name, Labels.Label label, ChromiumJudge judge) throws Exception {
        String other = peer.ask(file.toString());
        for (String engine : List.of("vips", "imgscalr")) {
            String refusal = command.run(engine, file, "x_160_160.png", rendition);
            PictureResult result = new PictureResult(engine, name, label, outcome(refusal, other), refusal, "");
            if (result.differs()) {
                command.run(engine, file, FULL_SIZE, rendition);
                judge.ask(result.id(), file, rendition);
            }
            if (!refusal.isEmpty()) {
                result = result.refusedFor(DecoderComplaint.of(file, refusal));
            }
            results.add(result);
        }
    }

    private PictureResult.Outcome outcome(String refusal, String other) throws IOException {
        boolean shownElsewhere = !other.startsWith("refused");
        if (!refusal.isEmpty()) {
            return shownElsewhere ? PictureResult.Outcome.REFUSED_BY_US : PictureResult.Outcome.REFUSED_BY_BOTH;
        }
        if (!shownElsewhere) {
            return PictureResult.Outcome.SHOWN_BY_US;
        }
        DecodedPicture ours = DecodedPicture.of(rendition);
        DecodedPicture theirs = DecodedPicture.of(other);
        if (!ours.hasSizeOf(theirs)) {
            return PictureResult.Outcome.OTHER_SIZE;
        }
        return ours.meanDifference(theirs) <= LEVELS ? PictureResult.Outcome.SAME : PictureResult.Outcome.OTHER_COLOURS;
    }
}
