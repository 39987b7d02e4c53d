package latent.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bits, the first of which are the highest of a byte, as AV1 and HEVC have them. */
public final class BitString {
    private final StringBuilder bits = new StringBuilder();

    /** A number of so many bits. */
    public BitString number(long value, int length) {
        for (int i = length - 1; i >= 0; i--) {
            bits.append(value >> i & 1);
        }
        return this;
    }

    /** Bits as they are, with spaces between them where that helps to read. */
    public BitString bits(String zerosAndOnes) {
        bits.append(zerosAndOnes.replace(" ", ""));
        return this;
    }

    /** Exp-Golomb codes. */
    public BitString unsigned(int... values) {
        for (int value : values) {
            int length = 32 - Integer.numberOfLeadingZeros(value + 1);
            number(0, length - 1).number(value + 1L, length);
        }
        return this;
    }

    /** All of them, and a one and zeros behind them up to the next byte. */
    public byte[] bytes() {
        return bytes(bits + "1" + "0".repeat((8 - (bits.length() + 1) % 8) % 8));
    }

    /** All of them, and ones behind them up to the next byte. */
    public byte[] paddedWithOnes() {
        return bytes(bits + "1".repeat((8 - bits.length() % 8) % 8));
    }

    private static byte[] bytes(String padded) {
        byte[] bytes = new byte[padded.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(padded.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }

    /**
     * A file with other numbers of eight bits in the place of those that stand there, wherever that is among its bits.
     *
     * @param after the bytes behind which to look for them
     * @param there three numbers that must be found
     */
    public static byte[] replaced(byte[] file, String after, int[] there, int... wanted) {
        int start = new String(file, StandardCharsets.ISO_8859_1).indexOf(after);
        byte[] rest = Arrays.copyOfRange(file, start, file.length);
        String all = text(rest);
        int at = all.indexOf(text(there));
        if (start < 0 || at < 0) {
            throw new IllegalArgumentException("they are not there");
        }
        String changed = all.substring(0, at) + text(wanted) + all.substring(at + 8 * wanted.length);
        byte[] result = file.clone();
        for (int i = 0; i < rest.length; i++) {
            result[start + i] = (byte) Integer.parseInt(changed.substring(8 * i, 8 * i + 8), 2);
        }
        return result;
    }

    private static String text(byte[] bytes) {
        BitString bits = new BitString();
        for (byte each : bytes) {
            bits.number(each & 0xff, 8);
        }
        return bits.bits.toString();
    }

    private static String text(int[] numbers) {
        BitString bits = new BitString();
        Arrays.stream(numbers).forEach(each -> bits.number(each, 8));
        return bits.bits.toString();
    }
}
