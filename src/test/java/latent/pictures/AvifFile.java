package latent.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Gives the pictures of an AVIF or HEIC file more properties: how a decoder turns, mirrors and cuts them (ISO/IEC 23008-12, 6.5). */
public final class AvifFile {
    private static final int HEADER_BYTES = 8;
    private static final int FULL_HEADER_BYTES = 12;

    private AvifFile() {}

    /** A turn to the left, by so many quarters. */
    public static byte[] irot(int quarters) {
        return BoxFile.box("irot", new byte[] {(byte) quarters});
    }

    /** A mirror: 0 for top and bottom, 1 for left and right. */
    public static byte[] imir(int axis) {
        return BoxFile.box("imir", new byte[] {(byte) axis});
    }

    /** A clean aperture of whole pixels, whose middle lies so far right of and below the picture's. */
    public static byte[] clap(int width, int height, int right, int down) {
        ByteBuffer fractions = ByteBuffer.allocate(32);
        for (int each : new int[] {width, height, right, down}) {
            fractions.putInt(each).putInt(1);
        }
        return BoxFile.box("clap", fractions.array());
    }

    /** A colour profile. */
    public static byte[] profile(byte[] icc) {
        return BoxFile.box("colr", Encoded.join(Encoded.bytes("prof"), icc));
    }

    /** Code points of primaries and curve, with the matrix of BT.601 and the full range. */
    public static byte[] codePoints(int primaries, int curve) {
        byte[] points = {0, (byte) primaries, 0, (byte) curve, 0, 6, (byte) 0x80};
        return BoxFile.box("colr", Encoded.join(Encoded.bytes("nclx"), points));
    }

    /** The file with these properties for each of its pictures, in this order: its transparency is a picture of its own. */
    public static byte[] with(byte[] file, byte[]... properties) {
        return with(file, Optional.empty(), properties);
    }

    /** The file with these properties for one of its pictures alone. */
    public static byte[] withFor(int item, byte[] file, byte[]... properties) {
        return with(file, Optional.of(item), properties);
    }

    private static byte[] with(byte[] file, Optional<Integer> item, byte[]... properties) {
        int meta = find("meta", file, 0);
        int iprp = find("iprp", file, meta + FULL_HEADER_BYTES);
        int ipco = find("ipco", file, iprp + HEADER_BYTES);
        int ipma = find("ipma", file, iprp + HEADER_BYTES);
        byte[] boxes = BoxFile.box("ipco", Encoded.join(content(file, ipco), Encoded.join(properties)));
        byte[] all = BoxFile.box(
                "iprp",
                Encoded.join(boxes, BoxFile.box("ipma", associated(file, ipco, ipma, item, properties.length))));
        int more = all.length - size(file, iprp);
        byte[] moved = file.clone();
        ByteBuffer.wrap(moved).putInt(meta, size(file, meta) + more);
        moveItems(ByteBuffer.wrap(moved), find("iloc", file, meta + FULL_HEADER_BYTES), more);
        int behind = iprp + size(file, iprp);
        return Encoded.join(slice(moved, 0, iprp), all, slice(moved, behind, file.length));
    }

    /** The lists of properties, each as long as before and then with the last of all boxes. */
    private static byte[] associated(byte[] file, int ipco, int ipma, Optional<Integer> item, int added) {
        int before = 0;
        for (int at = ipco + HEADER_BYTES; at < ipco + size(file, ipco); at += size(file, at)) {
            before++;
        }
        ByteBuffer old = ByteBuffer.wrap(content(file, ipma));
        ByteArrayOutputStream lists = new ByteArrayOutputStream();
        lists.writeBytes(slice(old.array(), 0, 8));
        old.position(8);
        while (old.hasRemaining()) {
            short id = old.getShort();
            int count = old.get();
            int more = item.isEmpty() || item.get() == id ? added : 0;
            lists.writeBytes(new byte[] {(byte) (id >> 8), (byte) id, (byte) (count + more)});
            lists.writeBytes(slice(old.array(), old.position(), old.position() + count));
            old.position(old.position() + count);
            for (int i = 1; i <= more; i++) {
                lists.write(0x80 | (before + i));
            }
        }
        return lists.toByteArray();
    }

    /** Of the pictures that lie behind the boxes: as libheif writes them, each has a place of its own, and its parts are counted from there. */
    private static void moveItems(ByteBuffer file, int iloc, int by) {
        boolean inBoxes = file.get(iloc + 8) > 0;
        file.position(iloc + 14);
        for (int items = file.getShort(); items > 0; items--) {
            file.getShort();
            boolean behind = !inBoxes || file.getShort() == 0;
            file.getShort();
            int place = file.getInt(file.position());
            file.putInt(behind ? place + by : place);
            int parts = file.getShort();
            file.position(file.position() + 8 * parts);
        }
    }

    private static int find(String name, byte[] file, int from) {
        int at = from;
        while (!new String(file, at + 4, 4, StandardCharsets.ISO_8859_1).equals(name)) {
            at += size(file, at);
        }
        return at;
    }

    private static int size(byte[] file, int box) {
        return ByteBuffer.wrap(file).getInt(box);
    }

    private static byte[] content(byte[] file, int box) {
        return slice(file, box + HEADER_BYTES, box + size(file, box));
    }

    private static byte[] slice(byte[] file, int from, int to) {
        return Arrays.copyOfRange(file, from, to);
    }
}
