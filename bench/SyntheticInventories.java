import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Writes inventories of two made-up buckets, as S3 writes them in CSV: so many originals, and of every second of them all its renditions, every tenth of
 * which is older than its original.
 */
final class SyntheticInventories {
    static final int[] WIDTHS = {160, 320, 480, 640, 800, 1024, 1280, 1600};

    private static final int OBJECTS_IN_A_FILE = 500_000;
    private static final String MANIFEST = "{\"sourceBucket\":\"%s\",\"fileFormat\":\"CSV\",\"fileSchema\":\"Bucket, Key, Size, LastModifiedDate, ETag\",\"files\":[%s]}";

    private SyntheticInventories() {}

    /** @param words the folder, and how many originals */
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        int count = Integer.parseInt(words[1]);
        write(folder, "originals", count, 1, (out, i) -> line(out, "originals", name(i) + ".jpg", 1_500_000, "10"));
        write(folder, "renditions", count, WIDTHS.length, (out, i) -> {
            for (int width : i % 2 == 0 ? WIDTHS : new int[0]) {
                line(out, "renditions", name(i) + "_" + width + "_0.jpg", 60_000, i % 20 == 0 ? "09" : "11");
            }
        });
    }

    private interface Lines {
        void of(PrintStream out, int original);
    }

    private static void write(Path folder, String bucket, int count, int each, Lines lines) throws IOException {
        StringBuilder files = new StringBuilder();
        int step = OBJECTS_IN_A_FILE / each;
        Files.createDirectories(folder.resolve(bucket));
        for (int from = 0; from < count; from += step) {
            String name = bucket + "/" + from + ".csv.gz";
            files.append(files.isEmpty() ? "" : ",").append("{\"key\":\"").append(name).append("\"}");
            try (PrintStream out = new PrintStream(
                    new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16), false, UTF_8)) {
                for (int i = from; i < Math.min(count, from + step); i++) {
                    lines.of(out, i);
                }
            }
        }
        Files.writeString(folder.resolve(bucket + "-manifest.json"), MANIFEST.formatted(bucket, files));
    }

    private static String name(int i) {
        return "catalogue/" + i % 997 + "/item-" + i;
    }

    private static void line(PrintStream out, String bucket, String key, int bytes, String hour) {
        out.print("\"" + bucket + "\",\"" + key + "\",\"" + bytes + "\",\"2026-11-01T" + hour
                + ":00:00.000Z\",\"" + (Integer.toHexString(key.hashCode()) + "00000000000000000000000000000000").substring(0, 32) + "\"\n");
    }
}
