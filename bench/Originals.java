import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Some of the photographs of a folder, evenly picked, and the kinds that may be missing among them, made from the largest. */
final class Originals {
    private Originals() {}

    static List<Path> of(Path folder, int most, Path work, NodeScript sharp) throws IOException {
        List<Path> all = list(folder, ".jpg");
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            files.add(all.get(i * all.size() / Math.min(most, all.size())));
        }
        Path largest = all.stream()
                .max(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow(() -> new IOException("no photographs in " + folder));
        sharp.ask("{\"file\":\"" + largest + "\",\"folder\":\"" + work + "\"}");
        list(work, "").stream()
                .filter(f -> f.getFileName().toString().startsWith("derived-"))
                .forEach(files::add);
        return files;
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
