package latent.render.imgscalr;

import java.io.IOException;

/**
 * Refuses lossless WebP pictures (RFC 9649, 3) that cost the reader more time or memory than their pixels account for. The reader (TwelveMonkeys 3.15.0, {@code VP8LDecoder}) applies as
 * many transforms to all pixels as the file names, three bits each, and builds tables for as many codes as a number in the file says. A transform
 * that comes twice is refused, which libwebp does too, and so are more codes than encoders write: then the time is bounded by pixels, and the memory.
 */
final class LosslessWebPCheck {
    private static final int SIDE_BITS = 14;
    private static final int FLAG_BITS = 4;
    private static final int PREDICTOR = 0;
    private static final int COLOUR = 1;
    private static final int SUBTRACT_GREEN = 2;
    private static final int LITERALS = 256;
    private static final int LENGTH_CODES = 24;
    private static final int DISTANCE_CODES = 40;
    private static final int SHORT_PREFIXES = 4;

    /** libwebp writes 2,600 groups of codes at most, which take 15 to 25 MB. */
    private static final long MOST_TABLE_BYTES = 40_000_000;

    private final LosslessBits bits;
    private long tableBytes;
    private int largest;

    private LosslessWebPCheck(LosslessBits bits) {
        this.bits = bits;
    }

    /**
     * Checks everything that stands before the pixels.
     *
     * @param start of the picture's header in the file, in bytes
     * @throws IOException when it asks for too much or is broken
     */
    static void check(byte[] file, int start) throws IOException {
        LosslessBits bits = new LosslessBits(file, start + 1);
        int width = bits.number(SIDE_BITS) + 1;
        int height = bits.number(SIDE_BITS) + 1;
        bits.number(FLAG_BITS);
        new LosslessWebPCheck(bits).check(width, height);
    }

    private void check(int pictureWidth, int height) throws IOException {
        int width = pictureWidth;
        int seen = 0;
        while (bits.flag()) {
            int transform = bits.number(2);
            if ((seen & (1 << transform)) != 0) {
                throw new IOException("a transform of lossless WebP comes twice");
            }
            seen |= 1 << transform;
            width = skipTransform(transform, width, height);
        }
        int cached = cacheSize();
        int groups = 1;
        if (bits.flag()) {
            int block = bits.number(3) + 2;
            skipPicture(blocks(width, block), blocks(height, block));
            groups = largest + 1;
        }
        for (int group = 0; group < groups; group++) {
            new Codes(cached);
        }
    }

    /** The width of what is coded then: indices of few colours share a pixel. */
    private int skipTransform(int transform, int width, int height) throws IOException {
        if (transform == SUBTRACT_GREEN) {
            return width;
        }
        if (transform == PREDICTOR || transform == COLOUR) {
            int block = bits.number(3) + 2;
            skipPicture(blocks(width, block), blocks(height, block));
            return width;
        }
        int colours = bits.number(8) + 1;
        skipPicture(colours, 1);
        return blocks(width, colours > 16 ? 0 : colours > 4 ? 1 : colours > 2 ? 2 : 3);
    }

    private static int blocks(int side, int bitsOfBlock) {
        return (side + (1 << bitsOfBlock) - 1) >> bitsOfBlock;
    }

    private int cacheSize() throws IOException {
        return bits.flag() ? 1 << bits.number(4) : 0;
    }

    /** One that says how the picture is coded. What it says most is the number of the last group of codes, where it tells of these. */
    private void skipPicture(int width, int height) throws IOException {
        Codes codes = new Codes(cacheSize());
        largest = 0;
        long left = (long) width * height;
        while (left > 0) {
            int symbol = codes.main.read(bits);
            if (symbol < LITERALS) {
                largest = Math.max(largest, codes.red.read(bits) << 8 | symbol);
                codes.blue.read(bits);
                codes.alpha.read(bits);
                left--;
            } else if (symbol < LITERALS + LENGTH_CODES) {
                left -= prefixed(symbol - LITERALS);
                prefixed(codes.distance.read(bits));
            } else {
                left--;
            }
        }
        if (left < 0) {
            throw new IOException("lossless WebP goes on behind its end");
        }
    }

    /** A length or distance. */
    private long prefixed(int prefix) throws IOException {
        if (prefix < SHORT_PREFIXES) {
            return prefix + 1L;
        }
        int extra = (prefix - 2) >> 1;
        return ((2L + (prefix & 1)) << extra) + bits.number(extra) + 1;
    }

    /** Of one group. */
    private final class Codes {
        private final LosslessCode main;
        private final LosslessCode red;
        private final LosslessCode blue;
        private final LosslessCode alpha;
        private final LosslessCode distance;

        Codes(int cached) throws IOException {
            main = next(LITERALS + LENGTH_CODES + cached);
            red = next(LITERALS);
            blue = next(LITERALS);
            alpha = next(LITERALS);
            distance = next(DISTANCE_CODES);
        }

        private LosslessCode next(int alphabet) throws IOException {
            LosslessCode code = LosslessCode.next(bits, alphabet);
            tableBytes += code.tableBytes();
            if (tableBytes > MOST_TABLE_BYTES) {
                throw new IOException("lossless WebP has too many codes");
            }
            return code;
        }
    }
}
