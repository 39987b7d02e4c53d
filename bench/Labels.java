import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a table says of files: its columns path, kind, expected and decoders_agree. */
record Labels(Map<String, Label> byPath) {
    /** What is known of one file, as {@code png} and {@code valid}. */
    record Label(String kind, String expected) {}

    static Labels read(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table, StandardCharsets.ISO_8859_1);
        List<String> columns = List.of(lines.getFirst().split("\t"));
        Map<String, Label> labels = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split("\t", -1);
            String expected = words[columns.indexOf("expected")];
            boolean agreed = words[columns.indexOf("decoders_agree")].equals("yes");
            labels.put(
                    words[columns.indexOf("path")],
                    new Label(words[columns.indexOf("kind")], expected + (agreed ? "" : ", decoders differ")));
        }
        return new Labels(labels);
    }

    /** Without a table, each file is a valid one of the kind that its name says. */
    Label of(String path) {
        return Optional.ofNullable(byPath.get(path))
                .orElseGet(() -> new Label(path.substring(path.lastIndexOf('.') + 1), "valid"));
    }
}
