package latent.pictures;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A JPEG as a camera and an editor leave it: a copyright notice, and beside it all that must not be published with it. Each of those holds the
 * word {@link #SECRET}.
 */
public final class PrivateExif {
    public static final String SECRET = "SECRET";
    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    private PrivateExif() {}

    /** Exif, XMP, IPTC and a comment in front of the picture; turned as orientation 6 says. */
    public static byte[] in(byte[] jpeg, String notice, byte[] thumbnail) {
        byte[] exif = exif(notice, Encoded.withComment(thumbnail, SECRET + " thumbnail"));
        byte[] xmp = Encoded.bytes(
                "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + " xmp</x:xmpmeta>");
        byte[] iptc = Encoded.bytes("Photoshop 3.0\0008BIM\4\4\0\0\0\0\0\20\34\2\170\0\13" + SECRET + " iptc");
        byte[] file = Encoded.withSegment(jpeg, 0xed, iptc);
        file = Encoded.withSegment(file, 0xe1, xmp);
        file = Encoded.withSegment(file, 0xfe, Encoded.bytes(SECRET + " comment"));
        return Encoded.withSegment(file, 0xe1, Encoded.join(Encoded.bytes("Exif\0\0"), exif));
    }

    private static byte[] exif(String notice, byte[] thumbnail) {
        List<Entry> gps = List.of(
                ascii(1, "N"),
                new Entry(2, RATIONAL, 3, new byte[24]),
                ascii(0x1d, SECRET + "gps"),
                ascii(0x12, SECRET));
        List<Entry> camera = List.of(
                new Entry(0x927c, UNDEFINED, 0, Encoded.bytes(SECRET + " maker note")),
                new Entry(0x9286, UNDEFINED, 0, Encoded.bytes("ASCII\0\0\0" + SECRET + " comment")),
                ascii(0xa431, SECRET + " serial number"));
        int first = 8;
        List<Entry> main = new ArrayList<>(List.of(
                ascii(0x010f, SECRET + " maker"),
                ascii(0x013b, SECRET + " artist"),
                ascii(0x010e, SECRET + " description"),
                ascii(0x0132, "2020:01:01 01:01:01"),
                new Entry(0x0112, 3, 1, new byte[] {0, 6, 0, 0}),
                ascii(0x8298, notice),
                word(0x8769, 0),
                word(0x8825, 0)));
        int cameraAt = first + size(main);
        int gpsAt = cameraAt + size(camera);
        int secondAt = gpsAt + size(gps);
        main.set(6, word(0x8769, cameraAt));
        main.set(7, word(0x8825, gpsAt));
        List<Entry> small = new ArrayList<>(List.of(word(0x0201, 0), word(0x0202, thumbnail.length)));
        small.set(0, word(0x0201, secondAt + size(small)));
        return Encoded.join(
                Encoded.bytes("MM\0*\0\0\0\b"),
                directory(main, first, secondAt),
                directory(camera, cameraAt, 0),
                directory(gps, gpsAt, 0),
                directory(small, secondAt, 0),
                thumbnail);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(int tag, int type, int count, byte[] value) {}

    private static Entry ascii(int tag, String text) {
        byte[] value = Encoded.bytes(text + "\0");
        return new Entry(tag, ASCII, value.length, value);
    }

    private static Entry word(int tag, int value) {
        return new Entry(tag, LONG, 1, ByteBuffer.allocate(4).putInt(value).array());
    }

    private static int size(List<Entry> entries) {
        int outside = entries.stream()
                .mapToInt(entry -> entry.value().length > 4 ? entry.value().length : 0)
                .sum();
        return 2 + 12 * entries.size() + 4 + outside;
    }

    /** In the order of their tags, values that do not fit behind them. */
    private static byte[] directory(List<Entry> entries, int at, int next) {
        ByteBuffer out = ByteBuffer.allocate(size(entries));
        int value = 2 + 12 * entries.size() + 4;
        out.putShort((short) entries.size());
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingInt(Entry::tag)).toList()) {
            int count = entry.type() == UNDEFINED || entry.type() == BYTE ? entry.value().length : entry.count();
            out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(count);
            if (entry.value().length > 4) {
                out.putInt(at + value).put(value, entry.value());
                value += entry.value().length;
            } else {
                out.put(java.util.Arrays.copyOf(entry.value(), 4));
            }
        }
        return out.putInt(next).array();
    }
}
