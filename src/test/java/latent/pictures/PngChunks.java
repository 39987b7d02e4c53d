package latent.pictures;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files that say what their numbers mean, and not by a profile (PNG, third edition, 11.3.2). */
public final class PngChunks {
    /** As cHRM has them: white, red, green, blue, in hundred-thousandths. */
    public static int[] srgbChromaticities() {
        return new int[] {31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000};
    }

    public static int[] displayP3Chromaticities() {
        return new int[] {31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000};
    }

    private PngChunks() {}

    /** A chunk with its length and its checksum. */
    static byte[] chunk(String name, byte[] content) {
        byte[] named = Encoded.join(Encoded.bytes(name), content);
        CRC32 crc = new CRC32();
        crc.update(named);
        return Encoded.join(Encoded.int32(content.length), named, Encoded.int32((int) crc.getValue()));
    }

    /** A picture in stripes from black to white, as many as there are grays of so many bits, one of which is transparent (11.3.1.1). */
    public static byte[] grays(int depth, int transparent) {
        int grays = 1 << Math.min(depth, 4);
        int column = 8;
        byte[] line = new byte[1 + grays * column * depth / 8];
        for (int x = 0; x < grays * column; x++) {
            long sample = (long) (x / column) * ((1 << depth) - 1) / (grays - 1);
            for (int bit = 0; bit < depth; bit++) {
                int place = x * depth + bit;
                line[1 + place / 8] |= (byte) ((sample >> (depth - 1 - bit) & 1) << (7 - place % 8));
            }
        }
        byte[] deflated = new byte[4_096];
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(Encoded.join(line, line, line, line, line, line, line, line));
            deflater.finish();
            deflated = Arrays.copyOf(deflated, deflater.deflate(deflated));
        }
        byte[] header = {0, 0, 0, (byte) (grays * column), 0, 0, 0, (byte) column, (byte) depth, 0, 0, 0, 0};
        return Encoded.join(
                Encoded.bytes("\u0089PNG\r\n\u001a\n"),
                chunk("IHDR", header),
                chunk("tRNS", new byte[] {(byte) (transparent >> 8), (byte) transparent}),
                chunk("IDAT", deflated),
                chunk("IEND", new byte[0]));
    }

    /** cICP, of RGB in full range. */
    public static byte[] codePoints(byte[] png, int primaries, int curve) {
        return codePoints(png, primaries, curve, 0, 1);
    }

    public static byte[] codePoints(byte[] png, int primaries, int curve, int matrix, int fullRange) {
        return Encoded.withChunk(
                png, "cICP", new byte[] {(byte) primaries, (byte) curve, (byte) matrix, (byte) fullRange});
    }

    /** gAMA. */
    public static byte[] gamma(byte[] png, int hundredThousandths) {
        return Encoded.withChunk(png, "gAMA", Encoded.int32(hundredThousandths));
    }

    /** cHRM. */
    public static byte[] chromaticities(byte[] png, int... values) {
        ByteBuffer chunk = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            chunk.putInt(value);
        }
        return Encoded.withChunk(png, "cHRM", chunk.array());
    }

    /** The sRGB chunk. */
    public static byte[] standard(byte[] png) {
        return Encoded.withChunk(png, "sRGB", new byte[1]);
    }
}
