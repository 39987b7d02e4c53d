package latent.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import latent.kit.Needs;

/** Files and photographs that live outside the repository; without them a test that needs them is skipped, and says so. */
public final class Corpus {
    private Corpus() {}

    /**
     * One hostile file and what is known of it.
     *
     * @param expected {@code valid}, {@code corrupt}, {@code unsupported} or {@code bomb}
     * @param agreed   several decoders were asked and agreed
     * @param width    as they read it; 0 when none could
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Hostile(
            String path, String kind, String expected, boolean agreed, long width, long height, byte[] bytes) {
        @Override
        public String toString() {
            return expected + " " + path;
        }
    }

    /** Those in the folder of corpora; skips the test without it. */
    public static List<Hostile> hostileImages() {
        Path folder = Needs.folder("corpora");
        try (ZipFile zip = new ZipFile(folder.resolve("hostile-images.zip").toFile())) {
            Map<String, byte[]> files = new HashMap<>();
            for (var entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
            List<Hostile> all = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("hostile-images.tsv")).stream()
                    .skip(1)
                    .toList()) {
                String[] cell = line.split("\t", -1);
                byte[] bytes = Optional.ofNullable(files.get(cell[0])).orElseThrow();
                all.add(new Hostile(
                        cell[0], cell[1], cell[6], cell[7].equals("yes"), number(cell[3]), number(cell[4]), bytes));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of objects, as bytes; skips the test without the folder of corpora. */
    public static List<byte[]> hostileNames() {
        try (var lines = Files.lines(Needs.folder("corpora").resolve("hostile-keys.tsv"))) {
            return lines.skip(1)
                    .map(line -> Base64.getDecoder().decode(line.split("\t", -1)[0]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those in the folder of photographs; skips the test without it. */
    public static List<Path> photographs() {
        try (var files = Files.list(Needs.folder("photos"))) {
            return files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(String cell) {
        return cell.isEmpty() ? 0 : Long.parseLong(cell);
    }
}
