import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a file that we refuse as damaged, by another decoder: of JPEG, libjpeg's own program djpeg, which warns and goes on. */
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
        return jpeg && refusal.contains("damaged") ? kind + " " + byDjpeg(file) + "." : kind;
    }

    private static String byDjpeg(Path file) throws IOException, InterruptedException {
        Process djpeg = new ProcessBuilder("djpeg", "-v", "-v", "-v", "-pnm", "-outfile", "/dev/null", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(djpeg.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        djpeg.waitFor();
        return KINDS.entrySet().stream()
                .filter(kind -> said.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("djpeg says nothing");
    }
}
