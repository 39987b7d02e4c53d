import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of one file on one engine.
 *
 * @param said     the kind of the refusal, or nothing
 * @param judgement how far from Chromium it is in levels, or what else is to be said; nothing where it was not asked
 */
record PictureResult(String engine, String name, Labels.Label label, Outcome outcome, String said, String judgement) {
    enum Outcome {
        SAME,
        OTHER_SIZE,
        OTHER_COLOURS,
        SHOWN_BY_US,
        REFUSED_BY_US,
        REFUSED_BY_BOTH
    }

    String id() {
        return engine + " " + name;
    }

    /** Of a file that several decoders agree to be valid. */
    boolean isOfValidFile() {
        return label.expected().equals("valid");
    }

    boolean differs() {
        return outcome == Outcome.OTHER_SIZE || outcome == Outcome.OTHER_COLOURS;
    }

    PictureResult refusedFor(String reason) {
        return new PictureResult(engine, name, label, outcome, reason, judgement);
    }

    PictureResult judged(String by) {
        return new PictureResult(engine, name, label, outcome, said, by);
    }

    static void write(List<PictureResult> results, Path file) throws IOException {
        Files.write(file, results.stream().map(PictureResult::line).toList());
    }

    private String line() {
        return String.join("\t", engine, name, label.kind(), label.expected(), outcome.toString(), said, judgement);
    }

    static List<PictureResult> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .map(words -> new PictureResult(
                        words[0], words[1], new Labels.Label(words[2], words[3]), Outcome.valueOf(words[4]), words[5], words[6]))
                .toList();
    }
}
