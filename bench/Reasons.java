import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why pictures differ for good: lines of an engine or {@code *}, a regular expression for the file's path, and the reason. */
record Reasons(List<Reason> all) {
    /** One line. */
    record Reason(String engine, Pattern path, String text) {
        boolean fits(PictureResult result) {
            return (engine.equals("*") || engine.equals(result.engine())) && path.matcher(result.name()).find();
        }
    }

    static Reasons read(Path table) throws IOException {
        return new Reasons(Files.readAllLines(table).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(words -> new Reason(words[0], Pattern.compile(words[1]), words[2]))
                .toList());
    }

    Optional<String> of(PictureResult result) {
        return all.stream().filter(reason -> reason.fits(result)).map(Reason::text).findFirst();
    }
}
