package latent.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** A TIFF writer for every kind of samples, in one strip or in tiles, with or without compression (TIFF 6.0 and its supplements). */
public final class TiffWriter {
    public static final int WHITE_IS_ZERO = 0;
    public static final int BLACK_IS_ZERO = 1;
    public static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int MASK = 4;
    public static final int CMYK = 5;
    public static final int YCBCR = 6;
    public static final int LAB = 8;

    public static final int UNSIGNED = 1;
    public static final int SIGNED = 2;
    public static final int FLOAT = 3;

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DEFLATE = 8;
    private static final int TILE = 16;

    private final int width;
    private final int height;
    private final int bits;
    private final int samples;
    private final Map<Integer, long[]> tags = new TreeMap<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean planar;
    private boolean tiled;

    /** The samples of a pixel, unsigned or, where the file has floats, their bits. */
    public interface Pixels {
        long[] at(int x, int y);
    }

    public TiffWriter(int width, int height, int photometric, int bits, int samples) {
        this.width = width;
        this.height = height;
        this.bits = bits;
        this.samples = samples;
        tag(256, width).tag(257, height).tag(259, 1).tag(262, photometric).tag(277, samples);
        long[] each = new long[samples];
        java.util.Arrays.fill(each, bits);
        tag(258, each);
    }

    /** Any tag, of whole numbers. */
    public TiffWriter tag(int number, long... values) {
        tags.put(number, values);
        return this;
    }

    public TiffWriter format(int format) {
        long[] each = new long[samples];
        java.util.Arrays.fill(each, format);
        return tag(339, each);
    }

    /** What the samples beyond the colour are: 0 unknown, 1 alpha that has been multiplied with the colour, 2 alpha that has not. */
    public TiffWriter extra(long... meanings) {
        return tag(338, meanings);
    }

    public TiffWriter bigEndian() {
        order = ByteOrder.BIG_ENDIAN;
        return this;
    }

    /** Each channel by itself. */
    public TiffWriter planar() {
        planar = true;
        return tag(284, 2);
    }

    public TiffWriter tiled() {
        tiled = true;
        return tag(322, TILE).tag(323, TILE);
    }

    public TiffWriter deflated() {
        return tag(259, DEFLATE);
    }

    /** The file. */
    public byte[] of(Pixels pixels) {
        List<byte[]> parts = new ArrayList<>();
        int planes = planar ? samples : 1;
        for (int plane = 0; plane < planes; plane++) {
            int from = planar ? plane : 0;
            int to = planar ? plane + 1 : samples;
            if (!tiled) {
                parts.add(packed(pixels, 0, 0, width, height, from, to));
                continue;
            }
            for (int top = 0; top < height; top += TILE) {
                for (int left = 0; left < width; left += TILE) {
                    parts.add(packed(pixels, left, top, TILE, TILE, from, to));
                }
            }
        }
        return of(parts);
    }

    /** The file of strips or tiles that are encoded already. */
    public byte[] of(List<byte[]> parts) {
        boolean deflate = tags.get(259)[0] == DEFLATE;
        List<byte[]> stored = deflate ? parts.stream().map(TiffWriter::deflate).toList() : parts;
        int places = tiled ? 324 : 273;
        int lengths = tiled ? 325 : 279;
        tag(lengths, stored.stream().mapToLong(part -> part.length).toArray());
        if (!tiled) {
            tag(278, height);
        }
        long[] at = new long[stored.size()];
        long next = 8;
        for (int i = 0; i < at.length; i++) {
            at[i] = next;
            next += stored.get(i).length + (stored.get(i).length & 1);
        }
        tag(places, at);
        return write(stored, (int) next);
    }

    private byte[] packed(Pixels pixels, int left, int top, int columns, int rows, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int y = top; y < top + rows; y++) {
            long pending = 0;
            int count = 0;
            for (int x = left; x < left + columns; x++) {
                long[] pixel = pixels.at(Math.min(x, width - 1), Math.min(y, height - 1));
                for (int i = from; i < to; i++) {
                    if (bits >= 16 && bits % 8 == 0) {
                        whole(out, pixel[i]);
                        continue;
                    }
                    pending = pending << bits | pixel[i] & (1L << bits) - 1;
                    for (count += bits; count >= 8; count -= 8) {
                        out.write((int) (pending >> count - 8));
                    }
                }
            }
            if (count > 0) {
                out.write((int) (pending << 8 - count));
            }
        }
        return out.toByteArray();
    }

    private void whole(ByteArrayOutputStream out, long value) {
        for (int i = 0; i < bits / 8; i++) {
            int shift = order == ByteOrder.LITTLE_ENDIAN ? 8 * i : bits - 8 - 8 * i;
            out.write((int) (value >> shift));
        }
    }

    private static byte[] deflate(byte[] part) {
        byte[] out = new byte[part.length + 64];
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(part);
            deflater.finish();
            return java.util.Arrays.copyOf(out, deflater.deflate(out));
        }
    }

    private byte[] write(List<byte[]> parts, int directory) {
        int longValues = directory + 2 + 12 * tags.size() + 4;
        int values = tags.values().stream().mapToInt(tag -> tag.length).sum();
        ByteBuffer file = ByteBuffer.allocate(longValues + 4 * values).order(order);
        file.put(Encoded.bytes(order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM"));
        file.putShort((short) 42).putInt(directory);
        for (byte[] part : parts) {
            file.put(part).position(file.position() + (part.length & 1));
        }
        file.putShort((short) tags.size());
        int after = longValues;
        for (Map.Entry<Integer, long[]> tag : tags.entrySet()) {
            long[] numbers = tag.getValue();
            boolean isLong = tag.getKey() >= 273
                    && tag.getKey() <= 325
                    && List.of(273, 279, 324, 325).contains(tag.getKey());
            int size = isLong ? 4 : 2;
            file.putShort(tag.getKey().shortValue())
                    .putShort((short) (isLong ? LONG : SHORT))
                    .putInt(numbers.length);
            int cell = file.position();
            if (numbers.length * size > 4) {
                file.putInt(after);
                file.position(after);
                after += numbers.length * size;
            }
            for (long value : numbers) {
                if (isLong) {
                    file.putInt((int) value);
                } else {
                    file.putShort((short) value);
                }
            }
            file.position(cell + 4);
        }
        file.putInt(0);
        return java.util.Arrays.copyOf(file.array(), Math.max(after, file.position()));
    }
}
