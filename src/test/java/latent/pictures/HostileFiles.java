package latent.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hostile files, a few of each kind. The folder of corpora has thousands more. */
public final class HostileFiles {
    private static final int HUGE = 0xfefe;
    private static final String ZEROS = "\0".repeat(64);

    private HostileFiles() {}

    /** What begins like a file of another kind, by the name of that kind. */
    public static Map<String, byte[]> ofOtherKinds() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing", new byte[0]);
        files.put("zeros", latin1(ZEROS));
        files.put("ones", latin1("\u00ff".repeat(64)));
        files.put("text", latin1("hello, I am not a picture at all"));
        files.put("HTML", latin1("<!DOCTYPE html><html><img src=x onerror=alert(1)></html>"));
        files.put("a program", latin1("\u007fELF\2\1\1" + ZEROS));
        files.put("ZIP", latin1("PK\3\4" + ZEROS));
        files.put("gzip", latin1("\u001f\u008b\b" + ZEROS));
        files.put("PDF", latin1("%PDF-1.7\n" + ZEROS));
        files.put("PostScript", latin1("%!PS-Adobe-3.0\n(/etc/passwd) run\n"));
        files.put("MVG", latin1("push graphic-context\nviewbox 0 0 9 9\nfill 'url(https://127.0.0.1:9/\"|id\")'\n"));
        files.put("MSL", latin1("<?xml version=\"1.0\"?><image><read filename=\"/etc/passwd\"/></image>"));
        files.put(
                "BMP that claims all memory",
                latin1("BM" + ZEROS.substring(0, 16) + "\377\377\377\177\377\377\377\177" + ZEROS));
        files.put("icon that claims all memory", latin1("\0\0\1\0\1\0\0\0\0\0\1\0\40\0\377\377\377\177" + ZEROS));
        files.put("cursor", latin1("\0\0\2\0\1\0" + ZEROS));
        files.put("ICNS", latin1("icns\0\0\0\100" + ZEROS));
        files.put("BigTIFF", latin1("II+\0\b\0\0\0" + ZEROS));
        files.put("OpenEXR", latin1("v/1\1\2\0\0\0" + ZEROS));
        files.put("Radiance", latin1("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 9 +X 9\n" + ZEROS));
        files.put("JPEG 2000", latin1("\0\0\0\fjP  \r\n\u0087\n" + ZEROS));
        files.put("JPEG 2000, bare", latin1("\377O\377Q" + ZEROS));
        files.put("JPEG XL", latin1("\377\n" + ZEROS));
        files.put("PNM", latin1("P6\n99999 99999\n255\n" + ZEROS));
        files.put("Photoshop", latin1("8BPS\0\1" + ZEROS));
        files.put("QOI", latin1("qoif\0\0\0\t\0\0\0\t\3\0" + ZEROS));
        files.put("SGI", latin1("\1\332\1\1\0\3" + ZEROS));
        files.put("Targa", latin1("\0\0\2\0\0\0\0\0\0\0\0\0\377\177\377\177\30\0" + ZEROS));
        files.put("a film", latin1("\0\0\0\30ftypisom\0\0\0\0isommp42" + ZEROS));
        files.put("sound", latin1("RIFF\100\0\0\0WAVEfmt " + ZEROS));
        return files;
    }

    /** Small files that claim to be enormous, by format. */
    public static Map<String, byte[]> bombs() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("JPEG", sized(Encoded.jpeg(Pictures.quarters(8, 8)), "\377\300", 5));
        files.put("progressive JPEG", sized(Encoded.progressiveJpeg(Pictures.quarters(8, 8)), "\377\302", 5));
        files.put("PNG", sizedLong(Encoded.png(Pictures.quarters(8, 8)), "IHDR", 4));
        files.put("interlaced PNG", sizedLong(Encoded.interlacedPng(Pictures.quarters(8, 8)), "IHDR", 4));
        files.put("GIF", sized(Encoded.gif(Pictures.quarters(8, 8)), "GIF89a", 6));
        files.put("WebP", patched(WebPFile.of(Pictures.quarters(8, 8)), "VP8L", 9, latin1("\377\377\377\17")));
        files.put("TIFF", tiff());
        files.put("HEIC", sizedLong(HeicFile.SQUARE, "ispe", 8));
        files.put(
                "AVIF",
                sizedLong(
                        new String(HeicFile.SQUARE, ISO_8859_1)
                                .replace("heic", "avif")
                                .getBytes(ISO_8859_1),
                        "ispe",
                        8));
        files.put(
                "BMP of runs",
                patched(new BmpFile(BmpFile.WINDOWS, 8).runs(1, 0, 1), "BM", 18, latin1("\0\377\0\0\0\377\0\0")));
        files.put("SVG", latin1("<svg xmlns='http://www.w3.org/2000/svg' width='9999999' height='9999999'/>"));
        return files;
    }

    /** A file cut at many places, and with bytes overwritten at many: the same ones each time. */
    public static Stream<byte[]> damaged(byte[] file) {
        Random random = new Random(20261126);
        Stream<byte[]> cut = IntStream.range(0, 12).mapToObj(i -> Arrays.copyOf(file, file.length * i / 12));
        Stream<byte[]> overwritten = IntStream.range(0, 24).mapToObj(i -> {
            byte[] damaged = file.clone();
            int within = i % 2 == 0 ? file.length : Math.min(file.length, 200);
            for (int hit = 0; hit <= i / 4; hit++) {
                damaged[random.nextInt(within)] = (byte) random.nextInt(256);
            }
            return damaged;
        });
        return Stream.concat(cut, overwritten);
    }

    /** One directory of two entries: 65,280 by 65,280. */
    private static byte[] tiff() {
        return latin1("II*\0\b\0\0\0\2\0\0\1\3\0\1\0\0\0\0\377\0\0\1\1\3\0\1\0\0\0\0\377\0\0\0\0\0\0");
    }

    private static byte[] sized(byte[] file, String before, int behind) {
        return patched(
                file,
                before,
                behind,
                ByteBuffer.allocate(4)
                        .putShort((short) HUGE)
                        .putShort((short) HUGE)
                        .array());
    }

    private static byte[] sizedLong(byte[] file, String before, int behind) {
        return patched(
                file,
                before,
                behind,
                ByteBuffer.allocate(8).putInt(HUGE).putInt(HUGE).array());
    }

    /** Wherever these letters stand, other bytes so far behind their beginning. */
    private static byte[] patched(byte[] file, String letters, int behind, byte[] bytes) {
        byte[] patched = file.clone();
        String text = new String(file, ISO_8859_1);
        List<Integer> places = IntStream.iterate(
                        text.indexOf(letters), at -> at >= 0, at -> text.indexOf(letters, at + 1))
                .boxed()
                .toList();
        places.forEach(at -> System.arraycopy(bytes, 0, patched, at + behind, bytes.length));
        return patched;
    }

    private static byte[] latin1(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
