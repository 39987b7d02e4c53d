package latent.pictures;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The smallest GIF writer there is, for frames that stand anywhere: 128 colours, so that each code is a byte (GIF89a specification). */
public final class GifWriter {
    public static final int RED = 0;
    public static final int GREEN = 1;
    public static final int BLUE = 2;
    public static final int WHITE = 3;

    private static final int[] COLOURS = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff};
    private static final int BEGIN = 128;
    private static final int END = 129;
    private static final int CODES_BEFORE_THEY_GROW = 100;
    private static final int[] FIRST_LINES = {0, 4, 2, 1};
    private static final int[] STEPS = {8, 8, 4, 2};

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private int clears = 1;
    private int[] behind = {};

    /** The upper half of a frame has one colour, the lower half another. Disposal: 1 it stays, 2 it is taken away, 3 what was before it comes back. */
    public record Frame(
            int left, int top, int width, int height, int upper, int lower, int disposal, boolean flag, boolean woven) {
        public static Frame at(int left, int top, int width, int height, int colour) {
            return new Frame(left, top, width, height, colour, colour, 1, false, false);
        }

        public Frame disposedBy(int method) {
            return new Frame(left, top, width, height, upper, lower, method, flag, woven);
        }

        /** With the white of it transparent. */
        public Frame transparent() {
            return new Frame(left, top, width, height, upper, lower, disposal, true, woven);
        }

        /** Its lines in four passes. */
        public Frame interlaced(int lower) {
            return new Frame(left, top, width, height, upper, lower, disposal, flag, true);
        }
    }

    private GifWriter() {}

    /** A file whose background colour is blue, each frame shown for so many hundredths of a second as its number says: 10, 20, 30 and so on. */
    public static byte[] of(int width, int height, Frame... frames) {
        return new GifWriter().file(width, height, frames);
    }

    private byte[] file(int width, int height, Frame... frames) {
        file.writeBytes(Encoded.bytes("GIF89a"));
        u16(width, height);
        u8(0x80 | 6, BLUE, 0);
        for (int colour = 0; colour < 128; colour++) {
            int rgb = colour < COLOURS.length ? COLOURS[colour] : colour;
            u8(rgb >> 16, rgb >> 8, rgb);
        }
        for (int i = 0; i < frames.length; i++) {
            frame(frames[i], 10 * (i + 1));
        }
        u8(0x3b);
        return file.toByteArray();
    }

    /** The same, where each clear code comes twice. */
    public static byte[] withClearsTwice(int width, int height, Frame frame) {
        GifWriter gif = new GifWriter();
        gif.clears = 2;
        return gif.file(width, height, frame);
    }

    /**
     * The same with codes behind those of its pixels.
     *
     * @param codes of a byte each: below 128 colours, 128 to begin anew, 129 the end
     */
    public static byte[] withCodesBehind(int width, int height, Frame frame, int... codes) {
        GifWriter gif = new GifWriter();
        gif.behind = codes;
        return gif.file(width, height, frame);
    }

    private void frame(Frame frame, int delay) {
        u8(0x21, 0xf9, 4, frame.disposal << 2 | (frame.flag ? 1 : 0));
        u16(delay);
        u8(WHITE, 0, 0x2c);
        u16(frame.left, frame.top, frame.width, frame.height);
        u8(frame.woven ? 0x40 : 0, 7);
        int codes = 0;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int line : lines(frame)) {
            for (int x = 0; x < frame.width; x++, codes++) {
                if (codes % CODES_BEFORE_THEY_GROW == 0) {
                    for (int i = 0; i < clears; i++) {
                        data.write(BEGIN);
                    }
                }
                data.write(line < frame.height / 2 ? frame.upper : frame.lower);
            }
        }
        IntStream.of(behind).forEach(data::write);
        data.write(END);
        blocks(data.toByteArray());
    }

    private static List<Integer> lines(Frame frame) {
        List<Integer> lines = new ArrayList<>();
        for (int pass = 0; pass < (frame.woven ? STEPS.length : 1); pass++) {
            int step = frame.woven ? STEPS[pass] : 1;
            for (int line = frame.woven ? FIRST_LINES[pass] : 0; line < frame.height; line += step) {
                lines.add(line);
            }
        }
        return lines;
    }

    private void blocks(byte[] data) {
        for (int at = 0; at < data.length; at += 255) {
            int length = Math.min(255, data.length - at);
            u8(length);
            file.write(data, at, length);
        }
        u8(0);
    }

    private void u8(int... values) {
        for (int value : values) {
            file.write(value);
        }
    }

    private void u16(int... values) {
        for (int value : values) {
            u8(value, value >> 8);
        }
    }
}
