package latent.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Icons, with bitmaps and PNG files in them. */
public final class IconFile {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(int width, int height, int bits, byte[] bytes) {}

    private final List<Entry> entries = new ArrayList<>();

    public IconFile with(BmpFile bitmap, int bits) {
        entries.add(new Entry(BmpFile.WIDTH, BmpFile.HEIGHT, bits, bitmap.inIcon()));
        return this;
    }

    /** A side of 256 is written as 0. */
    public IconFile withPng(int side, byte[] png) {
        entries.add(new Entry(side, side, 32, png));
        return this;
    }

    public byte[] bytes() {
        ByteBuffer directory = ByteBuffer.allocate(6 + 16 * entries.size()).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) entries.size());
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            directory.put((byte) entry.width).put((byte) entry.height).putShort((short) 0);
            directory.putShort((short) 1).putShort((short) entry.bits);
            directory.putInt(entry.bytes.length).putInt(directory.capacity() + pictures.size());
            pictures.writeBytes(entry.bytes);
        }
        return Encoded.join(directory.array(), pictures.toByteArray());
    }
}
