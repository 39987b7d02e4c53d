package latent.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A colour profile, tag by tag (ICC.1:2001, version 2). */
public final class ProfileFile {
    private static final int HEADER_BYTES = 128;

    private final Map<String, byte[]> tags = new LinkedHashMap<>();
    private final String names;

    /** Each in four letters: what it is of, the space of the samples, and the one in which profiles meet. */
    public ProfileFile(String kind, String space, String connection) {
        names = kind + space + connection;
    }

    /** For gray pictures. */
    public static byte[] gray(double gamma) {
        return new ProfileFile("mntr", "GRAY", "XYZ ")
                .with("wtpt", xyz(0.9642, 1, 0.8249))
                .with("kTRC", gamma(gamma))
                .bytes();
    }

    /** Of printing inks that are duller than those of a screen: white paper, and black that is no blacker than dark gray. */
    public static byte[] ink() {
        ByteBuffer table = ByteBuffer.allocate(48 + 256 * 4 + 16 * 3 + 256 * 3);
        table.put(ascii("mft1")).putInt(0).put(new byte[] {4, 3, 2, 0});
        for (int i = 0; i < 9; i++) {
            table.putInt(i % 4 == 0 ? 65536 : 0);
        }
        straight(table, 4);
        for (int node = 0; node < 16; node++) {
            boolean black = (node & 1) != 0;
            int inks = Integer.bitCount(node >> 1);
            table.put((byte) (black ? 40 : 250 - 60 * inks));
            table.put((byte) (128 + (black ? 0 : (node >> 2 & 1) * 60 - (node >> 3 & 1) * 40)));
            table.put((byte) (128 + (black ? 0 : (node >> 1 & 1) * 70 - (node >> 3 & 1) * 45)));
        }
        straight(table, 3);
        return new ProfileFile("prtr", "CMYK", "Lab ")
                .with("A2B0", table.array())
                .bytes();
    }

    private static void straight(ByteBuffer table, int channels) {
        for (int i = 0; i < 256 * channels; i++) {
            table.put((byte) i);
        }
    }

    /** With a tag. */
    public ProfileFile with(String name, byte[] data) {
        tags.put(name, data);
        return this;
    }

    /** The whole file. */
    public byte[] bytes() {
        int at = HEADER_BYTES + 4 + 12 * tags.size();
        ByteBuffer table = ByteBuffer.allocate(at - HEADER_BYTES).putInt(tags.size());
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        tags.forEach((name, tag) -> {
            table.put(ascii(name)).putInt(at + data.size()).putInt(tag.length);
            data.writeBytes(tag);
        });
        int size = at + data.size();
        ByteBuffer file = ByteBuffer.allocate(size).putInt(size).putInt(0).putInt(0x02100000);
        file.put(ascii(names)).position(36).put(ascii("acsp")).position(68);
        file.put(xyz(0.9642, 1, 0.8249), 8, 12).position(HEADER_BYTES);
        return file.put(table.array()).put(data.toByteArray()).array();
    }

    static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put(ascii("XYZ "))
                .putInt(0)
                .putInt((int) Math.round(x * 65536))
                .putInt((int) Math.round(y * 65536))
                .putInt((int) Math.round(z * 65536))
                .array();
    }

    static byte[] gamma(double gamma) {
        return ByteBuffer.allocate(16)
                .put(ascii("curv"))
                .putInt(0)
                .putInt(1)
                .putShort((short) Math.round(gamma * 256))
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
