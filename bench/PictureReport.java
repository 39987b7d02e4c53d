import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came of a comparison. */
record PictureReport(List<PictureResult> results, Reasons reasons) {
    private static final double LEVELS = 3;

    /** What sharp does with what we refuse. */
    private static final Map<PictureResult.Outcome, String> REFUSED = Map.of(
            PictureResult.Outcome.REFUSED_BY_US, "shows it", PictureResult.Outcome.REFUSED_BY_BOTH, "refuses it too");

    /** Ours differs from the other decoder and is as Chromium has it. */
    private boolean isAsChromium(PictureResult result) {
        String judgement = result.judgement();
        return judgement.matches("[0-9.]+") && Double.parseDouble(judgement) <= LEVELS;
    }

    private List<PictureResult> neither() {
        return results.stream().filter(result -> result.differs() && !isAsChromium(result)).toList();
    }

    /** Those of valid files for whose difference nobody has a reason. */
    List<PictureResult> unexplained() {
        return neither().stream()
                .filter(result -> result.isOfValidFile() && reasons.of(result).isEmpty())
                .toList();
    }

    void print(PrintStream out) {
        for (PictureResult result : results) {
            if (result.outcome() != PictureResult.Outcome.SAME && result.outcome() != PictureResult.Outcome.REFUSED_BY_BOTH) {
                out.println(String.join(
                        "\t", result.engine(), result.label().expected(), result.outcome().toString(), result.name(),
                        result.said(), result.judgement(), reasons.of(result).orElse("")));
            }
        }
        out.println(unexplained().size() + " differences without a reason");
        unexplained().forEach(result -> out.println("  " + result.id() + "\t" + result.judgement()));
    }

    private static Map<String, Integer> counts(List<PictureResult> results, Function<PictureResult, String> by) {
        return results.stream().collect(Collectors.toMap(by, one -> 1, Integer::sum, TreeMap::new));
    }

    private List<PictureResult> valid() {
        return results.stream().filter(PictureResult::isOfValidFile).toList();
    }

    String markdown() {
        StringBuilder text = new StringBuilder("""
                # Pictures of other products' tests, beside other decoders

                Made by `bench/pictures FOLDER LABELS docs/pictures.md`, of the files of a public collection that are labelled valid and of which several
                decoders agree that they are. Each was rendered by `latent render` into a box of 160 pixels, on both engines, and compared with sharp
                (AVIF and HEIC with heif-convert). Where the mean difference is more than 3 of 255 levels, Chromium judged: the file at full size,
                pixel by pixel on white (TIFF by ImageMagick). But for drawings, which have no pixels, no valid file is of another size, orientation or aspect than in
                both other decoders, and what differs in colour from both is named below, with the reason. A valid file that differs without a
                reason in `bench/picture-differences.tsv` makes the script fail.

                What is refused though others show it is of a kind that is named, or damaged, for JPEG in djpeg's words and for GIF in convert's. Fuzzers
                made nearly all of the damaged ones by changing bytes of a few small files. Browsers show a BMP that is cut, as far as it goes; sharp reads none. Of the GIF files that are refused the codes stand for fewer
                pixels than the frame has, or for a few more, as one wrong bit makes them, which may leave all that follows in the wrong place
                ([damage](damage.md)); no encoder is known that writes such files: all are fuzzers' but one, which carries a program. What the
                portable engine alone refuses of JPEG is arithmetic coding, which the JDK's libjpeg is built without and no other reader in Java has (the
                engine vips shows it), and files whose data goes on behind the last pixel, because a fuzzer changed their size: the JDK's reader reads to
                the end and says so, libjpeg-turbo stops at the last line.

                | file | engine | as sharp | as Chromium, not as sharp | as neither | sharp refuses | refused | refused by both |
                |---|---|---|---|---|---|---|---|
                """);
        Map<String, List<PictureResult>> rows = valid().stream()
                .collect(Collectors.groupingBy(r -> r.label().kind() + " | " + r.engine(), TreeMap::new, Collectors.toList()));
        rows.forEach((row, all) -> text.append(row(row, all)));
        text.append("\n## As neither\n\n| file | engine | from Chromium | why |\n|---|---|---|---|\n");
        neither().stream().filter(PictureResult::isOfValidFile).forEach(r -> text.append("| `%s` | %s | %s | %s |\n"
                .formatted(r.name(), r.engine(), r.judgement(), reasons.of(r).orElse("unknown"))));
        text.append("\n## Refused\n\n| file | engine | sharp | files | why |\n|---|---|---|---|---|\n");
        counts(valid().stream().filter(r -> REFUSED.containsKey(r.outcome())).toList(),
                        r -> r.label().kind() + " | " + r.engine() + " | " + REFUSED.get(r.outcome()) + "\t" + r.said())
                .forEach((kind, count) -> text.append("| %s | %d | %s |\n"
                        .formatted(kind.split("\t")[0], count, kind.split("\t")[1])));
        return text.toString();
    }

    private String row(String name, List<PictureResult> all) {
        Map<String, Integer> counts = counts(all, this::column);
        StringBuilder row = new StringBuilder("| " + name);
        for (String column : List.of("SAME", "chromium", "neither", "SHOWN_BY_US", "REFUSED_BY_US", "REFUSED_BY_BOTH")) {
            row.append(" | ").append(counts.getOrDefault(column, 0));
        }
        return row + " |\n";
    }

    private String column(PictureResult result) {
        return !result.differs() ? result.outcome().toString() : isAsChromium(result) ? "chromium" : "neither";
    }
}
