package latent.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import latent.pictures.TiffDirectory.Entry;

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

    public static final int BYTE = 1;
    public static final int ASCII = 2;
    public static final int SHORT = 3;
    public static final int LONG = 4;
    public static final int UNDEFINED = 7;
    public static final int LONG8 = 16;

    private static final int ROWS_IN_STRIP = 278;
    private static final int COMPRESSION = 259;
    private static final int DEFLATE = 8;
    private static final int TILE = 16;

    private final int width;
    private final int height;
    private final int bits;
    private final int samples;
    private final Map<Integer, Entry> tags = new TreeMap<>();
    private final List<Entry> more = new ArrayList<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean big;
    private int pages = 1;
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
        tag(256, width)
                .tag(257, height)
                .tag(COMPRESSION, 1)
                .tag(262, photometric)
                .tag(277, samples);
        tag(258, LongStream.generate(() -> bits).limit(samples).toArray());
    }

    /** Any tag, of whole numbers of two bytes; in place of the one that was there. */
    public TiffWriter tag(int number, long... values) {
        return typed(number, SHORT, values);
    }

    /** Any tag, of numbers of any type. */
    public TiffWriter typed(int number, int type, long... values) {
        tags.put(number, new Entry(number, type, values));
        return this;
    }

    /** One more entry, which no other replaces and whose tag may be there already. */
    public TiffWriter another(int number, int type, long... values) {
        more.add(new Entry(number, type, values));
        return this;
    }

    /** A colour profile (ICC.1:2001, B.4). */
    public TiffWriter profile(byte[] profile) {
        return typed(
                34675,
                UNDEFINED,
                IntStream.range(0, profile.length).mapToLong(i -> profile[i]).toArray());
    }

    public TiffWriter format(int format) {
        return tag(339, LongStream.generate(() -> format).limit(samples).toArray());
    }

    /** What the samples beyond the colour are: 0 unknown, 1 alpha that has been multiplied with the colour, 2 alpha that has not. */
    public TiffWriter extra(long... meanings) {
        return tag(338, meanings);
    }

    public TiffWriter bigEndian() {
        order = ByteOrder.BIG_ENDIAN;
        return this;
    }

    /** As BigTIFF, with eight bytes for each number that says how large or where. */
    public TiffWriter big() {
        big = true;
        return typed(256, LONG8, width).typed(257, LONG8, height);
    }

    /** So many pages, all of which show the same. */
    public TiffWriter pages(int count) {
        pages = count;
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
        return tag(COMPRESSION, DEFLATE);
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
        boolean deflate = Objects.requireNonNull(tags.get(COMPRESSION)).values()[0] == DEFLATE;
        List<byte[]> stored = deflate ? parts.stream().map(TiffWriter::deflate).toList() : parts;
        int type = big ? LONG8 : LONG;
        typed(
                tiled ? 325 : 279,
                type,
                stored.stream().mapToLong(part -> part.length).toArray());
        if (!tiled) {
            typed(ROWS_IN_STRIP, type, height);
        }
        long[] places = new long[stored.size()];
        long next = headerBytes();
        for (int i = 0; i < places.length; i++) {
            places[i] = next;
            next += stored.get(i).length + (stored.get(i).length & 1);
        }
        typed(tiled ? 324 : 273, type, places);
        return write(stored, (int) next);
    }

    private int headerBytes() {
        return big ? 16 : 8;
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
                    pending = (pending << bits) | (pixel[i] & ((1L << bits) - 1));
                    for (count += bits; count >= 8; count -= 8) {
                        out.write((int) (pending >> (count - 8)));
                    }
                }
            }
            if (count > 0) {
                out.write((int) (pending << (8 - count)));
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
            return Arrays.copyOf(out, deflater.deflate(out));
        }
    }

    private byte[] write(List<byte[]> parts, int directory) {
        ByteBuffer start = ByteBuffer.allocate(directory).order(order);
        start.put(Encoded.bytes(order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM"));
        if (big) {
            start.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(directory);
        } else {
            start.putShort((short) 42).putInt(directory);
        }
        for (byte[] part : parts) {
            start.put(part).position(start.position() + (part.length & 1));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(start.array());
        List<Entry> entries =
                Stream.concat(tags.values().stream(), more.stream()).toList();
        for (int page = 1; page <= pages; page++) {
            file.writeBytes(new TiffDirectory(entries, order, big).at(file.size(), page == pages));
        }
        return file.toByteArray();
    }
}
