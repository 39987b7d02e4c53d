package latent.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.BitSet;

/** The smallest lossless WebP writer there is: every channel is off or full on, so each pixel takes four bits (RFC 9649, 3). */
public final class WebPFile {
    private final BitSet bits = new BitSet();
    private int count;

    private WebPFile() {}

    public static byte[] of(BufferedImage picture) {
        WebPFile file = new WebPFile();
        file.put(picture.getWidth() - 1, 14);
        file.put(picture.getHeight() - 1, 14);
        file.put(1, 1);
        // Version, then no transform, no colour cache, no further Huffman groups.
        file.put(0, 3 + 3);
        for (int channel = 0; channel < 4; channel++) {
            file.offOrOn();
        }
        // The distance code, never used, has the one symbol 0.
        file.put(0b0001, 4);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int argb = picture.getRGB(x, y);
                file.put(argb >> 15 & 1, 1);
                file.put(argb >> 23 & 1, 1);
                file.put(argb >> 7 & 1, 1);
                file.put(argb >> 31 & 1, 1);
            }
        }
        return file.riff();
    }

    /** One colour, with the transform that subtracts green so many times. */
    public static byte[] subtractingGreen(int width, int height, int times) {
        WebPFile file = new WebPFile();
        file.size(width, height);
        for (int i = 0; i < times; i++) {
            file.put(0b101, 3);
        }
        file.put(0, 3);
        file.group();
        return file.riff();
    }

    /** One colour, coded by the last of so many groups of codes, each of codes of one symbol. */
    public static byte[] ofGroups(int width, int height, int groups) {
        WebPFile file = new WebPFile();
        file.size(width, height);
        // No transform, no colour cache, further groups, for blocks of 4x4.
        file.put(0b100, 3);
        file.put(0, 3);
        file.put(0, 1);
        file.only((groups - 1) & 255);
        file.only((groups - 1) >> 8);
        for (int code = 0; code < 3; code++) {
            file.only(0);
        }
        for (int group = 0; group < groups; group++) {
            file.group();
        }
        return file.riff();
    }

    /** What stands in ALPH: a flag, and the bits of such a file without the five bytes in front that tell its size. */
    public static byte[] asAlpha(byte[] webp) {
        byte[] chunk = Arrays.copyOfRange(webp, 24, webp.length);
        chunk[0] = 1;
        return chunk;
    }

    private void size(int width, int height) {
        put(width - 1, 14);
        put(height - 1, 14);
        put(1, 1);
        put(0, 3);
    }

    private void group() {
        for (int code = 0; code < 5; code++) {
            only(0);
        }
    }

    /** A simple code of one symbol. */
    private void only(int symbol) {
        put(0b01, 2);
        put(1, 1);
        put(symbol, 8);
    }

    /** A simple code of two symbols, 0 and 255. */
    private void offOrOn() {
        put(1, 1);
        put(1, 1);
        put(0, 1);
        put(0, 1);
        put(255, 8);
    }

    private void put(int value, int length) {
        for (int i = 0; i < length; i++) {
            bits.set(count++, (value >> i & 1) == 1);
        }
    }

    private byte[] riff() {
        byte[] data = Arrays.copyOf(bits.toByteArray(), (count + 7) / 8 + 1);
        int chunk = data.length + 1;
        int padded = chunk + (chunk & 1);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Encoded.bytes("RIFF"));
        file.writeBytes(little(12 + padded));
        file.writeBytes(Encoded.bytes("WEBPVP8L"));
        file.writeBytes(little(chunk));
        file.write(0x2f);
        file.writeBytes(data);
        file.writeBytes(new byte[padded - chunk]);
        return file.toByteArray();
    }

    private static byte[] little(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }
}
