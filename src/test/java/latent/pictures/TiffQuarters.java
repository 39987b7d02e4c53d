package latent.pictures;

import static latent.pictures.TiffWriter.BLACK_IS_ZERO;
import static latent.pictures.TiffWriter.CMYK;
import static latent.pictures.TiffWriter.PALETTE;
import static latent.pictures.TiffWriter.RGB;
import static latent.pictures.TiffWriter.YCBCR;

import java.io.ByteArrayOutputStream;
import java.util.List;
import latent.pictures.TiffWriter.Pixels;

/**
 * TIFF files of every kind with one picture: red, green, blue and white quarters, from the upper left to the lower right; without colour they are
 * black, dark gray, light gray and white. Where there is alpha, the lower half has a half of it.
 */
public final class TiffQuarters {
    public static final int SIDE = 40;

    /** Of the gray quarters. */
    public static final int[] BRIGHTNESS = {0, 85, 170, 255};

    private static final int[][] COLOURS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 1}};
    private static final int[][] IN_LAB = {{53, 80, 67}, {88, -86, 83}, {32, 79, -108}, {100, 0, 0}};
    private static final int[][] IN_YCBCR = {{76, 85, 255}, {150, 44, 21}, {29, 255, 107}, {255, 128, 128}};

    private TiffQuarters() {}

    private static int quarter(int x, int y) {
        return (y < SIDE / 2 ? 0 : 2) + (x < SIDE / 2 ? 0 : 1);
    }

    private static long full(int bits) {
        return (1L << bits) - 1;
    }

    private static long half(int y, int bits) {
        return y < SIDE / 2 ? full(bits) : full(bits) / 2;
    }

    /** A file to add to; {@code more} samples follow those of the colour. */
    public static TiffWriter file(int photometric, int bits, int more) {
        int colour = photometric == CMYK ? 4 : photometric >= RGB && photometric != PALETTE ? 3 : 1;
        return new TiffWriter(SIDE, SIDE, photometric, bits, colour + more);
    }

    public static Pixels gray(int photometric, int bits) {
        return (x, y) -> {
            double white = BRIGHTNESS[quarter(x, y)] / 255.0;
            return new long[] {Math.round((photometric == BLACK_IS_ZERO ? white : 1 - white) * full(bits))};
        };
    }

    public static Pixels rgb(int bits) {
        return (x, y) -> {
            int[] colour = COLOURS[quarter(x, y)];
            return new long[] {colour[0] * full(bits), colour[1] * full(bits), colour[2] * full(bits)};
        };
    }

    public static Pixels cmyk(int bits) {
        return (x, y) -> {
            long[] light = rgb(bits).at(x, y);
            return new long[] {full(bits) - light[0], full(bits) - light[1], full(bits) - light[2], 0};
        };
    }

    public static Pixels lab(int bits) {
        return (x, y) -> {
            int[] colour = IN_LAB[quarter(x, y)];
            long light = Math.round(colour[0] / 100.0 * full(bits));
            return new long[] {light, (long) colour[1] << bits - 8, (long) colour[2] << bits - 8};
        };
    }

    public static Pixels ycbcr() {
        return (x, y) -> {
            int[] colour = IN_YCBCR[quarter(x, y)];
            return new long[] {colour[0], colour[1], colour[2]};
        };
    }

    public static Pixels index() {
        return (x, y) -> new long[] {quarter(x, y)};
    }

    /** The colours of {@link #index}, sixteen bits each. */
    public static long[] palette(int bits) {
        int size = 1 << bits;
        long[] map = new long[3 * size];
        for (int i = 0; i < map.length; i++) {
            map[i] = COLOURS[i % size % 4][i / size] * 0xffffL;
        }
        return map;
    }

    /** The same with one sample more, which is full in the upper half and a half in the lower one. */
    public static Pixels withAlpha(Pixels colour, int bits) {
        return (x, y) -> with(colour.at(x, y), half(y, bits));
    }

    /** The same, each colour multiplied with its alpha. */
    public static Pixels withMultipliedAlpha(Pixels colour, int bits) {
        return (x, y) -> {
            long[] samples = colour.at(x, y).clone();
            for (int i = 0; i < samples.length; i++) {
                samples[i] = samples[i] * half(y, bits) / full(bits);
            }
            return with(samples, half(y, bits));
        };
    }

    public static Pixels withNothing(Pixels colour) {
        return (x, y) -> with(colour.at(x, y), 0);
    }

    private static long[] with(long[] samples, long one) {
        long[] more = java.util.Arrays.copyOf(samples, samples.length + 1);
        more[samples.length] = one;
        return more;
    }

    /** YCbCr with one colour for each block of so many pixels. */
    public static byte[] subsampled(int across, int down) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int top = 0; top < SIDE; top += down) {
            for (int left = 0; left < SIDE; left += across) {
                long[] colour = ycbcr().at(left, top);
                for (int i = 0; i < across * down; i++) {
                    out.write((int) colour[0]);
                }
                out.write((int) colour[1]);
                out.write((int) colour[2]);
            }
        }
        return file(YCBCR, 8, 0).tag(530, across, down).of(List.of(out.toByteArray()));
    }
}
