package latent.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** {@link ColourBars} in WebP, by cwebp 1.2.4, and what can stand around coded pixels (RFC 9649). */
@SuppressWarnings("ByteBufferBackingArray") // all of them are allocated here
public final class WebPBars {
    private static final String LOSSLESS = """
            UklGRmYAAABXRUJQVlA4TFkAAAAvf8ADAD+gkI0kSGI/tuVYzGM5HjIRjBIfRQQngv6TFAYFkWxQL8QPAaQVSbj5D8AYJWUf5/V6
            5awAxLStKIUUUkghhRRSGP/FJZhNRP8nYBlsPg6Tx+L/BQA=
            """;

    private static final String LOSSY = """
            UklGRowAAABXRUJQVlA4IIAAAADQBgCdASqAABAAPi0QhUKhoQ3/VAwBYlmBnBjgEj7pnMAfgBz6nN+I/gB+t3+k59zTXsB+yWd9
            i418F7NOIgAA/tzbmYn+//vdrz2bNrlnHdKRB/86ja042NAa0LlXxY2p2wnqrZHr60yLm0nLgsE/OlRZtqN9JHyW2tOMyAAAAA==
            """;

    /** Lossy colours; transparency rises by two from column to column, and is compressed and predicted. */
    private static final String SOFT = """
            UklGRrgAAABXRUJQVlA4WAoAAAAQAAAAfwAADwAAQUxQSBQAAAAFDzACERFCSED8P00U1Yj+TwDWX1ZQOCB+AAAAEAcAnQEqgAAQ
            AD4tEIVCoaEN/1QMAWJZgZwY4BI+7A4n3wD8AOpo1zwD8AP12/2PP06BdgP2SzvsXGvgvaKGuAAA/ty+a3O2wcHPHFDZq8hw9rLF
            WgKTFHYzZPP+MwDAb/p2wiqiqfe0tQNcaVI/Tim6k5DO595XVzB0AAAA
            """;

    private static final int WIDTH = 128;
    private static final int HEIGHT = 16;
    private static final int PROFILE_FLAG = 0x20;
    private static final int ALPHA_FLAG = 0x10;
    private static final int ANIMATION_FLAG = 0x02;

    private WebPBars() {}

    public static byte[] lossless() {
        return decode(LOSSLESS);
    }

    public static byte[] lossy() {
        return decode(LOSSY);
    }

    public static byte[] soft() {
        return decode(SOFT);
    }

    /** The same colours and transparency, which is stored as it is, by one of the four predictions. */
    public static byte[] softAndUncompressed(int prediction) {
        ByteBuffer alpha = ByteBuffer.allocate(1 + WIDTH * HEIGHT).put((byte) (prediction << 2));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                alpha.put((byte) (2 * x - predicted(prediction, x, y)));
            }
        }
        return extended(ALPHA_FLAG, chunk("ALPH", alpha.array()), coded(lossy()));
    }

    /** The same colours with this in the chunk of transparency, for 128x16 pixels. */
    public static byte[] withAlpha(byte[] chunk) {
        return extended(ALPHA_FLAG, chunk("ALPH", chunk), coded(lossy()));
    }

    /** Of the transparency 2x, which is the same in all rows (RFC 9649, 2.7.1.2). */
    private static int predicted(int prediction, int x, int y) {
        int left = 2 * (x - 1);
        int above = 2 * x;
        if (prediction == 0 || (x == 0 && y == 0)) {
            return 0;
        }
        if (y == 0) {
            return left;
        }
        return x == 0 || prediction == 2 ? above : prediction == 1 ? left : left + above - left;
    }

    /** Any of these with a profile. */
    public static byte[] withProfile(byte[] webp, byte[] profile) {
        return extended(PROFILE_FLAG, chunk("ICCP", profile), coded(webp));
    }

    /** An animation of one frame, right and below the corner of a canvas that is larger; offsets are even. */
    public static byte[] onCanvas(byte[] webp, int left, int top) {
        byte[] coded = coded(webp);
        ByteBuffer frame = little(16 + coded.length);
        threeBytes(frame, left / 2);
        threeBytes(frame, top / 2);
        threeBytes(frame, WIDTH - 1);
        threeBytes(frame, HEIGHT - 1);
        frame.position(16).put(coded);
        byte[] head = head(ANIMATION_FLAG | ALPHA_FLAG, WIDTH + left, HEIGHT + top);
        return riff(Encoded.join(head, chunk("ANIM", new byte[6]), chunk("ANMF", frame.array())));
    }

    /** The chunk of the coded pixels. */
    private static byte[] coded(byte[] webp) {
        return java.util.Arrays.copyOfRange(webp, 12, webp.length);
    }

    private static byte[] extended(int flags, byte[]... chunks) {
        return riff(Encoded.join(head(flags, WIDTH, HEIGHT), Encoded.join(chunks)));
    }

    private static byte[] head(int flags, int width, int height) {
        ByteBuffer head = little(10).put((byte) flags).position(4);
        threeBytes(head, width - 1);
        threeBytes(head, height - 1);
        return chunk("VP8X", head.array());
    }

    private static byte[] riff(byte[] chunks) {
        return chunk("RIFF", Encoded.join("WEBP".getBytes(StandardCharsets.US_ASCII), chunks));
    }

    private static byte[] chunk(String name, byte[] content) {
        ByteBuffer chunk = little(8 + content.length + (content.length & 1));
        return chunk.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static void threeBytes(ByteBuffer to, int value) {
        to.putShort((short) value).put((byte) (value >> 16));
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }
}
