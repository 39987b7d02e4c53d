package latent.pictures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An Exif block with a position that must not be published, and the tags that are left in a file (TIFF 6.0, Exif 2.32). */
public final class CameraExif {
    public static final String MAKER = "Spycam";
    public static final int ORIENTATION = 0x0112;
    public static final int COPYRIGHT = 0x8298;
    public static final int GPS = 0x8825;
    private static final int MAKE = 0x010f;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private CameraExif() {}

    /** Big-endian: the first directory at 8, texts behind it, the directory of the place last. */
    public static byte[] of(String notice) {
        byte[] maker = Encoded.bytes(MAKER + "\0");
        byte[] text = Encoded.bytes(notice + "\0");
        int texts = 8 + 2 + 4 * 12 + 4;
        int place = texts + maker.length + text.length;
        ByteBuffer exif =
                ByteBuffer.allocate(place + 18).put(Encoded.bytes("MM\0*")).putInt(8);
        exif.putShort((short) 4);
        entry(exif, MAKE, ASCII, maker.length, texts);
        entry(exif, ORIENTATION, SHORT, 1, 1 << 16);
        entry(exif, COPYRIGHT, ASCII, text.length, texts + maker.length);
        entry(exif, GPS, LONG, 1, place);
        exif.putInt(0).put(maker).put(text);
        exif.putShort((short) 1);
        entry(exif, 1, ASCII, 2, 'N' << 24);
        return exif.putInt(0).array();
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** The tags of the first directory in a JPEG, WebP or PNG file. */
    public static List<Integer> tagsIn(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int start = Math.max(text.indexOf("II*\0"), text.indexOf("MM\0*"));
        List<Integer> tags = new ArrayList<>();
        if (start >= 0) {
            ByteBuffer exif = ByteBuffer.wrap(file, start, file.length - start).slice();
            exif.order(exif.get(0) == 'I' ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
            int directory = exif.getInt(4);
            for (int i = 0; i < exif.getShort(directory); i++) {
                tags.add(exif.getShort(directory + 2 + 12 * i) & 0xffff);
            }
        }
        return tags;
    }
}
