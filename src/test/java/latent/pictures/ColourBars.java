package latent.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Bars of eight colours, side by side, as plain numbers: in which colour space they are is said by the file around them. */
public final class ColourBars {
    public static final int BARS = 8;
    private static final int WIDTH = 16;
    private static final int[][] COLOURS = {
        {180, 110, 60},
        {20, 20, 20},
        {60, 180, 90},
        {30, 60, 200},
        {128, 128, 128},
        {250, 40, 40},
        {200, 200, 200},
        {64, 64, 64}
    };

    /** The bars that are gray. */
    public static final List<Integer> GRAYS = List.of(1, 4, 6, 7);

    private ColourBars() {}

    public static BufferedImage rgb() {
        return painted(new BufferedImage(WIDTH * BARS, WIDTH, BufferedImage.TYPE_INT_RGB), 1);
    }

    public static BufferedImage rgbOfSixteenBits() {
        return painted(Pictures.sixteenBit(WIDTH * BARS, WIDTH, 0, 0, 0), 257);
    }

    public static BufferedImage gray() {
        return painted(new BufferedImage(WIDTH * BARS, WIDTH, BufferedImage.TYPE_BYTE_GRAY), 1);
    }

    public static BufferedImage grayOfSixteenBits() {
        return painted(new BufferedImage(WIDTH * BARS, WIDTH, BufferedImage.TYPE_USHORT_GRAY), 257);
    }

    public static BufferedImage withPalette() {
        byte[][] channels = new byte[3][BARS];
        for (int bar = 0; bar < BARS; bar++) {
            for (int channel = 0; channel < 3; channel++) {
                channels[channel][bar] = (byte) COLOURS[bar][channel];
            }
        }
        IndexColorModel palette = new IndexColorModel(8, BARS, channels[0], channels[1], channels[2]);
        BufferedImage picture = new BufferedImage(WIDTH * BARS, WIDTH, BufferedImage.TYPE_BYTE_INDEXED, palette);
        for (int at = 0; at < WIDTH * WIDTH * BARS; at++) {
            picture.getRaster().setSample(at % (WIDTH * BARS), at / (WIDTH * BARS), 0, at % (WIDTH * BARS) / WIDTH);
        }
        return picture;
    }

    private static BufferedImage painted(BufferedImage picture, int scale) {
        int channels = picture.getRaster().getNumBands();
        for (int y = 0; y < WIDTH; y++) {
            for (int x = 0; x < WIDTH * BARS; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    picture.getRaster().setSample(x, y, channel, COLOURS[x / WIDTH][channel] * scale);
                }
            }
        }
        return picture;
    }

    /** What the bars of a rendition look like, each as red, green, blue; {@code top} is the row where they begin. */
    public static List<int[]> seen(BufferedImage picture, int top) {
        List<int[]> bars = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            int rgb = picture.getRGB(bar * WIDTH + WIDTH / 2, top + WIDTH / 2);
            bars.add(new int[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff});
        }
        return bars;
    }

    /** The largest difference of a channel in these bars. */
    public static int difference(List<int[]> one, List<int[]> other, List<Integer> bars) {
        int largest = 0;
        for (int bar : bars) {
            for (int channel = 0; channel < 3; channel++) {
                largest = Math.max(largest, Math.abs(one.get(bar)[channel] - other.get(bar)[channel]));
            }
        }
        return largest;
    }

    /** The inverse of {@link #text}. */
    public static List<int[]> parse(String text) {
        return Stream.of(text.split(" ", -1))
                .map(bar -> Stream.of(bar.split(",", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toList();
    }

    /** For a message. */
    public static String text(List<int[]> bars) {
        StringBuilder text = new StringBuilder();
        bars.forEach(bar -> text.append(bar[0])
                .append(',')
                .append(bar[1])
                .append(',')
                .append(bar[2])
                .append(' '));
        return text.toString().strip();
    }
}
