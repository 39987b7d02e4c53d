import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Renders every photograph of a folder in some keys, by the command {@code render}, and prints a line with the digest of each rendition. See bench/same-bytes.
 */
public class RenderEach {
    private static final List<String> KEYS = List.of(
            "x_600_400.jpg",
            "x_320_240_fill_g-sm.jpg",
            "x_1280_0_q-auto.webp",
            "x_400_400_pad_r-90_gray_bg-336699.png",
            "x_300_300_fill_trim-10_blur-15_sharpen-10_wm-logo.jpg",
            "x_200_200_keep-icc_max-9000.jpg");

    /** The photographs' folder, a watermark, a folder to write to. */
    public static void main(String[] args) throws Exception {
        CommandLine commandLine = new CommandLine();
        Path out = Files.createDirectories(Path.of(args[2]));
        try (var photographs = Files.list(Path.of(args[0]))) {
            for (Path photograph : photographs.filter(f -> f.toString().endsWith(".jpg")).sorted().toList()) {
                for (String key : KEYS) {
                    Path rendition = out.resolve(photograph.getFileName() + "," + key);
                    int exit = commandLine.run(
                        "render", "--set", "render.isolation=none", "--set", "render.engine=vips",
                        "--set", "renditions.watermarks=logo=" + args[1],
                        photograph.toString(), key, rendition.toString());
                    String digest = exit == 0
                            ? HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(rendition)))
                            : "refused";
                    System.out.println(digest + " " + rendition.getFileName());
                }
            }
        }
    }
}
