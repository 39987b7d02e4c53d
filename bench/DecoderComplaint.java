import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is wrong with a file that we refuse as damaged, by another decoder: of JPEG, libjpeg's own program djpeg, which warns and goes on; of GIF,
 * ImageMagick's convert, which complains of missing pixels alone. Of BMP, which other decoders show as far as it goes, it is counted here.
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
        byte[] bytes = Files.readAllBytes(file);
        String head = new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.ISO_8859_1);
        if (!refusal.contains("damaged") && !refusal.contains("cannot be decoded") && !refusal.contains("not a whole")) {
            return kind;
        }
        if (head.startsWith("\u00ff\u00d8")) {
            return kind + " " + byDjpeg(file) + ".";
        }
        return head.equals("GIF") ? kind + " " + ofGif(file) + "." : head.startsWith("BM") ? kind + " " + ofBmp(bytes) + "." : kind;
    }

    private static String ofGif(Path file) throws IOException, InterruptedException {
        return said("convert", file + "[0]", "null:").contains("DecodeImage")
                ? "convert says: pixels are missing"
                : "convert says nothing: a few pixels are left over";
    }

    /** Where runs are refused, they end early: no other reason is left. */
    private static String ofBmp(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean old = file.getInt(14) < 40;
        int compression = old ? 0 : file.getInt(30);
        long width = old ? file.getShort(18) : file.getInt(18);
        long height = Math.abs(old ? file.getShort(20) : file.getInt(22));
        long line = (width * file.getShort(old ? 24 : 28) + 31) / 32 * 4;
        if (compression == 1 || compression == 2) {
            return "Its runs end before its last line";
        }
        if (bytes.length - file.getInt(10) < line * height) {
            return "Pixels are missing";
        }
        return compression == 3 ? "Its masks reach beyond a pixel" : "Its header says what no encoder writes";
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
