package latent.pictures;

import java.nio.ByteBuffer;

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
