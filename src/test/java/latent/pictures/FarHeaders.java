package latent.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pictures of which the size, or how they lie, stands behind the first mebibyte of the file. */
public final class FarHeaders {
    private static final int LONGEST_SEGMENT = 65_533;
    private static final int FAR = 3 << 20;
    private static final int ITEM_PLACE = 0x11a;

    private FarHeaders() {}

    /** By name, those that every engine reads; all are turned to the right where their format can say so. */
    public static Map<String, byte[]> everywhere(BufferedImage picture) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("JPEG with a mebibyte of metadata", jpeg(picture, 20));
        files.put("JPEG with five mebibytes of metadata", jpeg(picture, 80));
        files.put("PNG with a long text", png(picture, 1));
        files.put("PNG with many long texts", png(picture, 5));
        files.put("GIF with a long comment", gif(picture, FAR / 2));
        files.put("GIF with a comment of many mebibytes", gif(picture, 2 * FAR));
        files.put("WebP with a long chunk before its pixels", webp(picture));
        return files;
    }

    /** An APP1 with the orientation behind so many APP13, as Photoshop fills them. */
    public static byte[] jpeg(BufferedImage picture, int segments) {
        byte[] file = Encoded.withOrientation(Encoded.jpeg(picture), 6);
        byte[] segment = Encoded.join(
                new byte[] {(byte) 0xff, (byte) 0xed, (byte) 0xff, (byte) 0xff},
                Encoded.bytes("Photoshop 3.0\0"),
                new byte[LONGEST_SEGMENT - 14]);
        byte[][] all = new byte[segments][];
        Arrays.fill(all, segment);
        return Encoded.join(Arrays.copyOf(file, 2), Encoded.join(all), Arrays.copyOfRange(file, 2, file.length));
    }

    /** An eXIf with the orientation behind so many texts. */
    public static byte[] png(BufferedImage picture, int texts) {
        byte[] file = Encoded.pngWithOrientation(Encoded.png(picture), 6);
        for (int text = 0; text < texts; text++) {
            file = Encoded.withChunk(file, "tEXt", Encoded.bytes("Comment\0" + "x".repeat(FAR)));
        }
        return file;
    }

    /** A comment in front of the only frame. */
    public static byte[] gif(BufferedImage picture, int commentBytes) {
        byte[] file = Encoded.gif(picture);
        int start = 13 + ((file[10] & 0x80) == 0 ? 0 : 3 << ((file[10] & 7) + 1));
        ByteArrayOutputStream comment = new ByteArrayOutputStream();
        comment.writeBytes(new byte[] {0x21, (byte) 0xfe});
        byte[] block = new byte[256];
        Arrays.fill(block, (byte) 'x');
        block[0] = (byte) 255;
        for (int written = 0; written < commentBytes; written += block.length) {
            comment.writeBytes(block);
        }
        comment.write(0);
        return Encoded.join(
                Arrays.copyOf(file, start), comment.toByteArray(), Arrays.copyOfRange(file, start, file.length));
    }

    /** An extended file with a chunk that nobody knows, its pixels, and at its end the orientation. */
    public static byte[] webp(BufferedImage picture) {
        byte[] simple = WebPFile.of(picture);
        byte[] pixels = Arrays.copyOfRange(simple, 12, simple.length);
        ByteBuffer canvas =
                ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).put((byte) 8);
        canvas.position(4);
        put24(canvas, picture.getWidth() - 1);
        put24(canvas, picture.getHeight() - 1);
        byte[] chunks = Encoded.join(
                Encoded.bytes("WEBP"),
                chunk("VP8X", canvas.array()),
                chunk("JUNK", new byte[FAR]),
                pixels,
                chunk("EXIF", Encoded.exif(6)));
        return chunk("RIFF", chunks);
    }

    private static void put24(ByteBuffer to, int value) {
        to.putShort((short) value).put((byte) (value >> 16));
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(Encoded.bytes(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** Its directory stands behind the pixels. */
    public static byte[] tiff(BufferedImage picture) {
        return TiffFile.withOrientation(picture, 6, TiffWriter.SHORT);
    }

    /** The same in BigTIFF, where places have eight bytes; its sizes have them too. */
    public static byte[] bigTiff(BufferedImage picture) {
        return TiffFile.big(picture, 6);
    }

    /** 128 by 16 pixels; its pixels, and a long box that nobody knows, stand before the box that says so. */
    public static byte[] avif() {
        return mediaBeforeMeta(AvifFiles.of(1, 13));
    }

    private static byte[] mediaBeforeMeta(byte[] avif) {
        int meta = find(avif, "meta") - 4;
        int media = find(avif, "mdat") - 4;
        byte[] type = Arrays.copyOf(avif, meta);
        byte[] boxes = Arrays.copyOfRange(avif, meta, media);
        byte[] pixels = Arrays.copyOfRange(avif, media, avif.length);
        byte[] filler =
                ByteBuffer.allocate(FAR).putInt(FAR).put(Encoded.bytes("free")).array();
        ByteBuffer moved = ByteBuffer.wrap(boxes);
        int place =
                find(boxes, new String(ByteBuffer.allocate(4).putInt(ITEM_PLACE).array(), StandardCharsets.ISO_8859_1));
        moved.putInt(place, ITEM_PLACE - boxes.length + FAR);
        return Encoded.join(type, filler, pixels, boxes);
    }

    private static int find(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
