package latent.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** TIFF files (TIFF 6.0), big-endian, uncompressed, in one strip, with entries that Java does not write; and what scanners and fax machines send. */
public final class TiffFile {
    public static final int BYTE = 1;
    public static final int ASCII = 2;
    public static final int SHORT = 3;
    public static final int LONG = 4;
    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    private static final int ORIENTATION = 274;

    private TiffFile() {}

    /** One number of a directory. */
    private record Entry(int tag, int type, int value) {}

    /** A picture in so many pages, all of which show the same. */
    public static byte[] ofPages(BufferedImage picture, int pages) {
        return of(picture, pages, List.of());
    }

    /** A picture with an entry for its orientation in each of these types, the first with this value, each further one with the next. */
    public static byte[] withOrientation(BufferedImage picture, int orientation, int... types) {
        List<Entry> entries = new ArrayList<>();
        for (int type : types) {
            entries.add(new Entry(ORIENTATION, type, orientation + entries.size()));
        }
        return of(picture, 1, entries);
    }

    private static byte[] of(BufferedImage picture, int pages, List<Entry> more) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int strip = 3 * width * height;
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry(256, LONG, width),
                new Entry(257, LONG, height),
                new Entry(258, SHORT, 8),
                new Entry(259, SHORT, 1),
                new Entry(262, SHORT, 2),
                new Entry(273, LONG, HEADER_BYTES)));
        entries.addAll(more);
        entries.addAll(List.of(new Entry(277, SHORT, 3), new Entry(278, LONG, height), new Entry(279, LONG, strip)));
        int directory = 2 + ENTRY_BYTES * entries.size() + 4;
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + strip + pages * directory)
                .put(Encoded.bytes("MM\0*"))
                .putInt(HEADER_BYTES + strip);
        for (int pixel = 0; pixel < width * height; pixel++) {
            int rgb = picture.getRGB(pixel % width, pixel / width);
            file.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
        }
        for (int page = 1; page <= pages; page++) {
            file.putShort((short) entries.size());
            entries.forEach(entry -> put(entry, file));
            file.putInt(page == pages ? 0 : file.position() + 4);
        }
        return file.array();
    }

    private static void put(Entry entry, ByteBuffer file) {
        int bytes = entry.type == SHORT ? 2 : entry.type == LONG ? 4 : 1;
        file.putShort((short) entry.tag).putShort((short) entry.type).putInt(1);
        file.putInt(entry.value << (8 * (4 - bytes)));
    }

    /** Black and white pages as fax machines send them, in Group 4. */
    public static byte[] fax(BufferedImage... pages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("CCITT T.6");
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), how);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
