import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a file that we refuse as damaged, by another decoder: of JPEG, libjpeg's own program djpeg, which warns and goes on; of GIF,
 * ImageMagick's convert, which complains of missing pixels alone.
 */
final class DecoderComplaint {
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("premature end of data segment", "djpeg says: data of the picture is missing");
        KINDS.put("Premature end of JPEG file", "djpeg says: data of the picture is missing");
        KINDS.put("bad Huffman code", "djpeg says: unknown codes in the data of the picture");
        KINDS.put("bad arithmetic code", "djpeg says: unknown codes in the data of the picture");
        KINDS.put("found marker 0x", "djpeg says: another restart marker than the next one");
        KINDS.put("extraneous bytes", "djpeg says: data of the picture is left over");
    }

    private DecoderComplaint() {}

    /** A refusal without its numbers, and with the cause where it says "damaged". */
    static String of(Path file, String refusal) throws IOException, InterruptedException {
        String kind = refusal.replaceAll("[0-9][0-9,.]*", "N").replaceAll("\\(.*?\\)", "()");
        byte[] head = Files.readAllBytes(file);
        boolean jpeg = head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xd8;
        boolean gif = head.length > 3 && new String(head, 0, 3, StandardCharsets.ISO_8859_1).equals("GIF");
        if (!refusal.contains("damaged") || !(jpeg || gif)) {
            return kind;
        }
        return kind + " " + (jpeg ? byDjpeg(file) : byConvert(file)) + ".";
    }

    private static String byConvert(Path file) throws IOException, InterruptedException {
        return said("convert", file + "[0]", "null:").contains("DecodeImage")
                ? "convert says: pixels are missing"
                : "convert says nothing: a few pixels are left over";
    }

    private static String byDjpeg(Path file) throws IOException, InterruptedException {
        String said = said("djpeg", "-v", "-v", "-v", "-pnm", "-outfile", "/dev/null", file.toString());
        return KINDS.entrySet().stream()
                .filter(kind -> said.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("djpeg says nothing");
    }

    private static String said(String... command) throws IOException, InterruptedException {
        Process other = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        other.waitFor();
        return said;
    }
}
